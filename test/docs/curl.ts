/** What a `curl` line asks, as fetch takes it, and where its answer goes. */
export interface CurlRequest {
  readonly url: string;
  readonly init: RequestInit;
  /** The file of `-o`; null where the answer is shown. */
  readonly output: string | null;
}

/**
 * Reads a `curl` line: the address, `-H`, `-d`, `--data-binary`, `-X`, `-o`; `-s`, `-S` and `-i` change only what is shown.
 * @param read the content of a file that `--data-binary @FILE` names
 */
export function curlRequest(line: string, read: (file: string) => string): CurlRequest {
  const headers = new Headers();
  let url = '';
  let body: string | undefined;
  let method: string | undefined;
  let output: string | null = null;
  const [, ...words] = shellWords(line);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = () => words[++at] ?? '';
    if (word === '-H') {
      const [name = '', ...value] = next().split(':');
      headers.set(name, value.join(':').trim());
    } else if (word === '-d') {
      body = next();
      // Here curl would leave out line ends, which nobody wants of a body.
      if (body.startsWith('@')) throw new Error('a file is sent by --data-binary');
    } else if (word === '--data-binary') {
      const data = next();
      body = data.startsWith('@') ? read(data.slice(1)) : data;
    } else if (word === '-X') method = next();
    else if (word === '-o') output = next();
    else if (/^-[sSi]+$/.test(word)) continue;
    else if (word.startsWith('-') || url !== '') throw new Error(`what does curl do with ${word}?`);
    else url = word;
  }
  // curl names a form where nothing else is said.
  if (body !== undefined && !headers.has('Content-Type'))
    headers.set('Content-Type', 'application/x-www-form-urlencoded');
  return {
    url,
    init: { method: method ?? (body === undefined ? 'GET' : 'POST'), headers, ...(body === undefined ? {} : { body }) },
    output,
  };
}

/** The words of a line with single quotes, or none. */
function shellWords(line: string): readonly string[] {
  const words = [...line.replace(/\\\n/g, ' ').matchAll(/'([^']*)'|(\S+)/g)];
  for (const [, , plain] of words) {
    if (plain !== undefined && /[?&*"$]/.test(plain)) throw new Error(`a shell does something else with ${plain}`);
  }
  return words.map(([, quoted, plain]) => quoted ?? plain ?? '');
}
