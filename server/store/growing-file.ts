import { WriteFailure } from './durable-write.ts';
import type { AppendFile, FileSystem } from './file-system.ts';

/** Bytes read at once. */
const PART = 1 << 20;

const LINE_FEED = 10;

/** A file of lines that is only ever added to. How far it counts stands elsewhere: what is beyond was never committed. */
export class GrowingFile {
  readonly path: string;
  readonly #fs: FileSystem;
  #file: AppendFile | null = null;

  constructor(fs: FileSystem, path: string) {
    this.#fs = fs;
    this.path = path;
  }

  /** Makes the file ready to be added to; what is beyond its committed bytes is cut off. @throws WriteFailure */
  async openToAppend(committed: number): Promise<void> {
    try {
      this.#file = await this.#fs.openToAppend(this.path);
    } catch (cause) {
      throw new WriteFailure(cause, { certain: true, flush: false });
    }
    await this.cut(committed);
  }

  /** Adds bytes, flushed. @throws WriteFailure after which {@link GrowingFile.cut} takes away what was written */
  async add(bytes: Uint8Array): Promise<void> {
    await this.#attempt((file) => file.write(bytes), { certain: true, flush: false });
    await this.#attempt((file) => file.flush(), { certain: false, flush: true });
  }

  /** Takes away what is beyond so many bytes. @throws WriteFailure */
  async cut(committed: number): Promise<void> {
    await this.#attempt((file) => file.cut(committed), { certain: false, flush: true });
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  /** The bytes of whole lines between two places, without their line feeds. */
  async *lines(start: number, until: number): AsyncIterable<Uint8Array> {
    let rest: Uint8Array = new Uint8Array();
    for (let at = start; at < until; ) {
      const part = await this.#fs.readPart(this.path, at, Math.min(PART, until - at));
      if (part === null || part.length === 0) return;
      at += part.length;
      const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
      let begins = 0;
      for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, begins)) {
        yield bytes.subarray(begins, feed);
        begins = feed + 1;
      }
      rest = bytes.subarray(begins);
    }
  }

  async #attempt(
    step: (file: AppendFile) => Promise<void>,
    kind: { readonly certain: boolean; readonly flush: boolean },
  ): Promise<void> {
    if (this.#file === null) throw new RangeError('a file is opened before it is added to');
    try {
      await step(this.#file);
    } catch (cause) {
      throw new WriteFailure(cause, kind);
    }
  }
}
