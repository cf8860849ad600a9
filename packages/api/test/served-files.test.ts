import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let database: FreshDatabase;
let server: ServerProcess;
beforeAll(async () => {
  database = await freshDatabase('today');
  server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
});
afterAll(async () => {
  await server?.kill('SIGINT');
  await database?.drop();
});

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As it comes over the wire: `fetch` would unpack it unasked. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    request(server.url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const entry = '/widget/paspor-antrean.js';
const built = new URL('../../widget/dist/embed/', import.meta.url);
const chunk = readdirSync(built).find((name) => /^paspor-antrean-booking-[\w-]{8}\.js$/.test(name));

describe.each([entry, `/widget/${chunk}`])('the module %s', (path) => {
  const file = readFileSync(new URL(path.replace('/widget/', ''), built));

  test('goes out packed as the asker likes it best, or as it is', async () => {
    const [brotli, gzip, plain] = await Promise.all(
      ['gzip, deflate, br, zstd', 'gzip', 'identity'].map((wish) => get(path, { 'accept-encoding': wish })),
    );
    expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(file);
    expect(gunzipSync(gzip?.body ?? '')).toEqual(file);
    expect(plain?.body).toEqual(file);
    expect(brotli?.headers['content-encoding']).toBe('br');
    expect(Number(brotli?.headers['content-length'])).toBeLessThan(file.length * 0.4);
    expect(gzip?.headers['content-encoding']).toBe('gzip');
    expect(plain?.headers['content-encoding']).toBeUndefined();
    expect(new Set([brotli, gzip, plain].map((answer) => answer?.headers.vary))).toEqual(new Set(['Accept-Encoding']));
  });

  test('may be loaded and timed by any site, also when it is there already', async () => {
    const first = await get(path, { origin: 'https://anyone.example', 'accept-encoding': 'br' });
    const etag = String(first.headers.etag);
    const again = await get(path, { origin: 'https://anyone.example', 'if-none-match': etag, 'accept-encoding': 'br' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    for (const { headers } of [first, again]) {
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['timing-allow-origin']).toBe('*');
      expect(headers.etag).toBe(etag);
    }
  });
});

test('the newest module is asked for again on each visit, a named one never', async () => {
  expect((await get(entry)).headers['cache-control']).toBe('public, no-cache');
  expect((await get(`/widget/${chunk}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test.each(['/', '/style.css', '/docs', '/docs/swagger-ui-bundle.js', '/openapi.json', '/site.css', '/kantor/bandung'])(
  '%s is packed too',
  async (path) => {
    const [packed, plain] = [await get(path, { 'accept-encoding': 'br' }), await get(path)];
    expect(packed.headers['content-encoding']).toBe('br');
    // Not `toEqual`, which takes seconds for the reference's script.
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  },
);
