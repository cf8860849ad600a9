import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAntreanClient } from '@paspor-antrean/client/strict';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../../test/setup/browser.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const blocks = async (page: string) => {
  const text = await readFile(join(repository, page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
};

let database: FreshDatabase;
let server: ServerProcess;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase('today');
  server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
  folder = await mkdtemp(join(repository, '.cache', 'docs-sdk-'));
});
afterAll(async () => {
  await server.kill('SIGINT');
  await database.drop();
  await rm(folder, { recursive: true });
});

const tried = async (code: string, ...args: string[]): Promise<string> => {
  const file = join(folder, 'try.mjs');
  await writeFile(file, code.replaceAll('http://localhost:8787', server.url));
  const { executablePath = '' } = await launchOptions();
  const env = { ...process.env, CHROMIUM_PATH: executablePath };
  return (await run(process.execPath, [file, ...args], { env })).stdout;
};
const aTicket = async (n: number) => {
  const antrean = createAntreanClient({ baseUrl: server.url });
  const { token } = await antrean.holdSlot({ office: 'bandung', service: 'new' });
  return (await antrean.bookHold({ office: 'bandung', token, ...draft([person(n)]) })).token;
};

describe('docs/sdk.md', () => {
  const says = [
    /^[0-9A-Z]{8} 20\d\d-\d\d-\d\dT\d\d:00:00\+07:00 A\d\d-001\n$/,
    /^PARTY_TOO_LARGE \[\]\n$/,
    /^true booked\n$/,
    /^The earliest is 20\d\d-/,
    /^refused: malformed\n$/,
    /^\[ 'A\d\d-001', 'A\d\d-002' \]\n$/,
    /^[0-9A-Z]{8} \[ 'A\d\d-\d{3}' \]\n$/,
  ];

  test('has as many programs as are tried here', async () => {
    expect(await blocks('docs/sdk.md')).toHaveLength(says.length);
  });

  test.each(says.map((said, at) => [at + 1, said] as const))('program %i says %s', async (n, said) => {
    expect(await tried((await blocks('docs/sdk.md'))[n - 1] ?? '')).toMatch(said);
  });

  test('checks the ticket that it is given', async () => {
    expect(await tried((await blocks('docs/sdk.md'))[4] ?? '', await aTicket(5))).toMatch(/officeNumber: 51/);
  });
});

test('docs/tokens.md: the client checks a ticket from a copy of the keys', async () => {
  const [code = ''] = await blocks('docs/tokens.md');
  const keys = await (await fetch(`${server.url}/.well-known/jwks.json`)).text();
  await writeFile(join(folder, 'jwks.json'), keys);
  const ticket = await aTicket(6);
  const check = async (token: string) => {
    await writeFile(join(folder, 'try.mjs'), code);
    return (await run(process.execPath, ['try.mjs', token], { cwd: folder })).stdout;
  };
  expect(await check(ticket)).toMatch(/^office 51, .+ version 1\n$/);
  expect(await check(`${ticket}=`)).toBe('refused: malformed\n');
});
