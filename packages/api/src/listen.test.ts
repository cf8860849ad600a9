import { Agent, createServer, get } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

const server = createServer();

test('a stop answers who was let in, and does not wait for the connection that is kept after the answer', async () => {
  let answer = () => {};
  const asked = new Promise<void>((arrived) => {
    server.on('request', (_request, response) => {
      answer = () => response.end('whole');
      arrived();
    });
  });
  // Longer than a stop may take at all: only closing it ends it in time.
  server.keepAliveTimeout = 60_000;
  const { port, close } = await listen(server, '127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true });
  const heard = new Promise<string>((resolve, reject) => {
    get({ port, agent }, (response) => {
      response.setEncoding('utf8').on('data', resolve);
    }).on('error', reject);
  });
  await asked;
  const closed = close();
  answer();
  expect(await heard).toBe('whole');
  await closed;
  agent.destroy();
}, 8000);
