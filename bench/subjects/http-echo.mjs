// Answers every POST with its own body: as bare node:http does it, or as Express does; or, having read it, on bare node:http
// with dixian's answers in turn and the headers that dixian sends. The port is printed.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import express from 'express';

const [, , kind, file] = process.argv;

function bare(answerTo) {
  return createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const { headers, bytes } = answerTo(body);
      response.writeHead(200, { ...headers, 'Content-Length': bytes.length });
      response.end(bytes);
    });
  });
}

const ofItself = (body) => ({ headers: { 'Content-Type': 'application/json' }, bytes: body });

/** The answers and headers of a file, as its JSON has them; they are made bytes before anybody asks. */
function asLarge() {
  const { headers, answers } = JSON.parse(readFileSync(file, 'utf8'));
  const all = answers.map((text) => Buffer.from(text));
  let at = 0;
  return () => {
    at = (at + 1) % all.length;
    return { headers, bytes: all[at] };
  };
}

function byExpress() {
  const app = express();
  app.disable('x-powered-by');
  app.post('/api/v1/evaluations', express.text({ type: '*/*' }), (request, response) => {
    response.type('application/json').send(request.body);
  });
  return createServer(app);
}

const servers = { express: byExpress, bare: () => bare(ofItself), large: () => bare(asLarge()) };
const server = servers[kind]();
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
