/** What a `curl` line asks, as fetch takes it: the address, `-H`, `-d`, `-X`; `-s`, `-S` and `-i` change only what is shown. */
export function curlRequest(line: string): { readonly url: string; readonly init: RequestInit } {
  const headers = new Headers();
  let url = '';
  let body: string | undefined;
  let method: string | undefined;
  const [, ...words] = shellWords(line);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = () => words[++at] ?? '';
    if (word === '-H') {
      const [name = '', ...value] = next().split(':');
      headers.set(name, value.join(':').trim());
    } else if (word === '-d') body = next();
    else if (word === '-X') method = next();
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
  };
}

/** The words of a line with single quotes, or none. */
function shellWords(line: string): readonly string[] {
  return [...line.replace(/\\\n/g, ' ').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
