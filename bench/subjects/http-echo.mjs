// Answers every POST with its own body: as bare node:http does it, or as Express does. The port is printed.
import { createServer } from 'node:http';
import express from 'express';

function bare() {
  return createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
      response.end(body);
    });
  });
}

function byExpress() {
  const app = express();
  app.disable('x-powered-by');
  app.post('/api/v1/evaluations', express.text({ type: '*/*' }), (request, response) => {
    response.type('application/json').send(request.body);
  });
  return createServer(app);
}

const server = process.argv[2] === 'express' ? byExpress() : bare();
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
