/** Bytes to begin with: plain answers of some sixty claims. */
const FIRST_BYTES = 64 * 1024;

const [OPENING, COMMA, CLOSING] = [0x5b, 0x2c, 0x5d];

/**
 * A JSON array in UTF-8, put together from its members. Texts of many claims made one text first take longer to be joined than
 * the claims to be settled.
 */
export class ArrayBytes {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;
  #members = 0;

  /** Members added so far. */
  get members(): number {
    return this.#members;
  }

  /** @param member JSON; bytes are copied */
  add(member: string | Uint8Array): void {
    // A UTF-16 unit takes three bytes at most; beside the member there are its comma and the closing bracket.
    this.#reserve((typeof member === 'string' ? 3 * member.length : member.length) + 2);
    this.#bytes[this.#length] = this.#members === 0 ? OPENING : COMMA;
    this.#length += 1;
    this.#members += 1;
    if (typeof member === 'string') this.#length += this.#bytes.write(member, this.#length);
    else {
      this.#bytes.set(member, this.#length);
      this.#length += member.length;
    }
  }

  /** The whole; nothing may be added any more. */
  whole(): Buffer {
    if (this.#members === 0) return Buffer.from('[]');
    this.#bytes[this.#length] = CLOSING;
    return this.#bytes.subarray(0, this.#length + 1);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
