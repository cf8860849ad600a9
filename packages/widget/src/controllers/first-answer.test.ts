import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { office } from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { opening } from '../flow/opening.ts';
import type { ApiCall } from '../flow-state.ts';
import { firstAnswer } from './first-answer.ts';

/** What the first step gets of a server that answers like this, and the paths that it asked. */
const asked = async (what: readonly string[] | ApiCall, answer: RequestListener) => {
  const paths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = 'name' in what ? what : opening(what);
  const event = await firstAnswer(baseUrl, call as never, new AbortController().signal);
  await new Promise((resolve) => server.close(resolve));
  return { event, paths };
};

test.each([
  [['bandung'], '/v1/offices/bandung'],
  [['a/b'], '/v1/offices/a%2Fb'],
  [['bandung', 'bogor'], '/v1/offices?ids=bandung%2Cbogor'],
  [[], '/v1/offices'],
])('%j is asked for as the client and the preload line would', async (officeIds, path) => {
  const { event, paths } = await asked(officeIds, (_, response) => response.end(JSON.stringify(office)));
  expect(paths).toEqual([path]);
  expect(event).toEqual({
    type: 'answered',
    name: officeIds.length === 1 ? 'readOffice' : 'listOffices',
    answer: office,
  });
});

test('the nearest are asked for as such, also before the client is there', async () => {
  const input = { near: '-7.9,112.6', ids: 'bandung,bogor' };
  const { paths } = await asked({ name: 'listOffices', input }, (_, response) => response.end('{}'));
  expect(paths).toEqual(['/v1/offices?near=-7.9%2C112.6&ids=bandung%2Cbogor']);
});

test.each([
  ['a page of somebody else', 200, '<!doctype html>'],
  ['no object', 200, 'null'],
])('%s is no answer: the client has to ask', async (_, status, body) => {
  const { event } = await asked(['bandung'], (_, response) => response.writeHead(status).end(body));
  expect(event).toBeUndefined();
});

test('a refusal is left to the client to read', async () => {
  const { event } = await asked(['bandung'], (_, response) => response.writeHead(503).end('{}'));
  expect(event).toMatchObject({ status: 503, bodyUsed: false });
});

test('a broken connection is no answer either', async () => {
  const { event } = await asked(['bandung'], (request) => request.socket.destroy());
  expect(event).toBeUndefined();
});
