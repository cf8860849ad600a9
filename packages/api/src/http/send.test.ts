import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { packWithZlib } from './pack-with-zlib.ts';
import { type Body, send } from './send.ts';

const text = JSON.stringify(Array.from({ length: 200 }, (_, at) => ({ on: at, status: 'open' })));
const file = new TextEncoder().encode(text);
const json = { 'content-type': 'application/json', etag: 'W/"abc"' };
const caching = 'public, max-age=1';

const app = new Hono();
const pack = packWithZlib();
const serve = (path: string, body: Body, headers: Record<string, string>) =>
  app.get(path, (c) => send(c, body, { ...json, 'cache-control': caching, ...headers }, pack));
serve('/answer', text, {});
serve('/file', file, {});
serve('/secret', text, { 'cache-control': 'no-store' });
serve('/short', '{"a":1}', {});
serve('/picture', file, { 'content-type': 'image/png' });
app.get('/alone', (c) => send(c, text, json));

const ask = async (path: string, headers: Record<string, string> = {}) => await app.request(path, { headers });
const encodingOf = async (wishes: string) =>
  (await ask('/answer', { 'accept-encoding': wishes })).headers.get('content-encoding');

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('what is packed with %s is the same again when it is unpacked', async (encoding, unpack) => {
  for (const path of ['/answer', '/file']) {
    const answer = await ask(path, { 'accept-encoding': encoding });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    const packed = new Uint8Array(await answer.arrayBuffer());
    expect(packed.length).toBeLessThan(text.length / 5);
    expect(String(unpack(packed))).toBe(text);
  }
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['BR', 'br'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['identity, br;q=0.5', null],
  ['identity;q=0.5, br', 'br'],
  ['identity', null],
  ['zstd', null],
  ['*', null],
  ['', null],
  [';;q=,x', null],
])('who accepts “%s” gets %s', async (wishes, encoding) => {
  expect(await encodingOf(wishes)).toBe(encoding);
});

test('who says nothing gets it as it is, and caches are told that others may get it otherwise', async () => {
  const answer = await ask('/answer');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  expect(await answer.text()).toBe(text);
});

test.each(['/secret', '/short', '/picture', '/alone'])('%s is never packed', async (path) => {
  const answer = await ask(path, { 'accept-encoding': 'br, gzip' });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('vary')).toBeNull();
});

test.each(['W/"abc"', '"abc"', '*', '"x", W/"abc"'])('who has it already, as %s, gets nothing', async (known) => {
  const answer = await ask('/file', { 'if-none-match': known, 'accept-encoding': 'br' });
  expect([answer.status, await answer.text()]).toEqual([304, '']);
  expect(Object.fromEntries(answer.headers)).toEqual({
    etag: 'W/"abc"',
    'cache-control': caching,
    vary: 'Accept-Encoding',
  });
});

test.each(['"x"', 'abc', '', '"ab"'])('who has another one, %s, gets it', async (known) => {
  expect((await ask('/file', { 'if-none-match': known })).status).toBe(200);
});

test('a body is packed once, whoever asks', async () => {
  for (const body of [text, file]) expect(pack(body, 'br')).toBe(pack(body, 'br'));
  expect(await pack(file, 'gzip')).not.toEqual(await pack(file, 'br'));
});

test('of answers only the newest are kept', async () => {
  const first = pack('0', 'gzip');
  // A crawl through all days: four million characters are kept.
  const answer = (n: number) => `${n}`.padEnd(1_000_000);
  for (let n = 1; n <= 3; n++) void pack(answer(n), 'gzip');
  expect(pack('0', 'gzip')).toBe(first);
  void pack(answer(4), 'gzip');
  expect(pack('0', 'gzip')).not.toBe(first);
  expect(gunzipSync(await pack('0', 'gzip'))).toEqual(Buffer.from('0'));
});
