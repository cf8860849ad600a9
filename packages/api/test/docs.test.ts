import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAntreanClient } from '@paspor-antrean/client/strict';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { readConfig } from '../src/config.ts';
import { createTickets } from '../src/ticket/ticket.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const block = async (file: string, language: string, about = ''): Promise<string> => {
  const text = await readFile(join(repository, file), 'utf8');
  const blocks = text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'));
  const found = Array.from(blocks, ([, code = '']) => code).find((code) => code.includes(about));
  if (!found) throw new Error(`${file} has no ${language} block`);
  return found;
};

test('README.md: the TypeScript books', async () => {
  const database = await freshDatabase('today');
  const server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
  const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
  const code = await block('README.md', 'ts');
  await writeFile(join(folder, 'readme.mjs'), code.replace('http://localhost:8787', server.url));
  const { stdout } = await run(process.execPath, [join(folder, 'readme.mjs')]);
  expect(stdout).toMatch(/^[0-9A-Z]{8} \[ 'A\d\d-001' \] ey/);
  const again = run(process.execPath, [join(folder, 'readme.mjs')]);
  await expect(again).rejects.toMatchObject({ stderr: expect.stringContaining('NIK_ALREADY_BOOKED') });
  expect(code.trim().split('\n').filter(Boolean)).toHaveLength(9);
  await server.kill('SIGTERM');
  await database.drop();
  await rm(folder, { recursive: true });
});

test('docs/api.md: the script without a client books', async () => {
  const database = await freshDatabase('today');
  const server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
  const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
  await writeFile(join(folder, 'by-hand.mjs'), await block('docs/api.md', 'js'));
  const { stdout } = await run(process.execPath, [join(folder, 'by-hand.mjs'), server.url]);
  expect(stdout).toMatch(/^[0-9A-Z]{8} A\d\d-001$/m);
  await server.kill('SIGTERM');
  await database.drop();
  await rm(folder, { recursive: true });
});

test('docs/testing.md: the TypeScript meets an expired hold', async () => {
  const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
  await writeFile(join(folder, 'testing.mjs'), await block('docs/testing.md', 'ts'));
  const { stdout } = await run(process.execPath, [join(folder, 'testing.mjs')]);
  expect(stdout).toBe('HOLD_EXPIRED\n');
  await rm(folder, { recursive: true });
});

test('README.md shows the tag, the two commands and a picture before line 30', async () => {
  const top = (await readFile(join(repository, 'README.md'), 'utf8')).split('\n').slice(0, 29).join('\n');
  for (const sight of ['<paspor-antrean', 'npm start', 'npm test']) expect(top).toContain(sight);
  const picture = /!\[[^\]]+\]\(([^)]+)\)/.exec(top)?.[1] ?? '';
  expect((await stat(join(repository, picture))).size).toBeGreaterThan(1000);
});

describe('docs/tokens.md', () => {
  let server: ServerProcess;
  let database: FreshDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase('today');
    server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
    folder = await mkdtemp(join(repository, '.cache', 'docs-'));
    await writeFile(join(folder, 'verify.mjs'), await block('docs/tokens.md', 'js'));
  });
  afterAll(async () => {
    await server.kill('SIGTERM');
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const verify = (token: string) =>
    run(process.execPath, [join(folder, 'verify.mjs'), server.url, token]).then(
      ({ stdout }) => ({ stdout, code: 0 }),
      (error: { stdout: string; code: number }) => error,
    );

  test('its script of ten lines accepts a booking token with the JWKS alone, and refuses it with one bit flipped', async () => {
    expect((await block('docs/tokens.md', 'js')).trim().split('\n').length).toBeLessThanOrEqual(10);
    const antrean = createAntreanClient({ baseUrl: server.url });
    const hold = await antrean.holdSlot({ office: 'bandung', service: 'new' });
    const { token, id } = await antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(1)]) });
    expect(await verify(token)).toMatchObject({ code: 0, stdout: expect.stringContaining(`valid: office 51, slot `) });
    expect((await verify(token)).stdout).toContain(id);
    for (const at of [10, Math.floor(token.length / 2), token.length - 20]) {
      const flipped = String.fromCharCode(token.charCodeAt(at) ^ 1);
      expect(await verify(token.slice(0, at) + flipped + token.slice(at + 1))).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^refused/),
      });
    }
  });
});

test('docs/tokens.md: the TypeScript tells whose card it is', async () => {
  const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
  const code = await block('docs/tokens.md', 'ts', 'holderMatches');
  await writeFile(join(folder, 'holder.mjs'), code.replace('nik: string', 'nik'));
  const { stdout } = await run(process.execPath, [join(folder, 'holder.mjs')]);
  const said = [...code.matchAll(/\/\/ (\[.*\]|undefined):/g)].map(([, result]) => result);
  expect(said).toHaveLength(3);
  expect(stdout).toBe(`${said.join('\n')}\n`);
  await rm(folder, { recursive: true });
});

test('no page of the documentation has a dead link or an unfilled blank', async () => {
  const pages = (await run('git', ['ls-files', '*.md'], { cwd: repository })).stdout.trim().split('\n');
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) {
    const text = await readFile(join(repository, page), 'utf8');
    expect(text, page).not.toContain('{{');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)/g)) {
      if (!/^https?:/.test(target)) await stat(join(repository, dirname(page), target));
    }
  }
});

describe('docs/operating.md', () => {
  test('every command is run, in this order, and each does what it says', async () => {
    const text = await readFile(join(repository, 'docs/operating.md'), 'utf8');
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    // Of the embedded database, and run on it: cli-staff.test.ts.
    const here = blocks.filter((code) => !code.startsWith('paspor-antrean token staff'));
    const [serving, commands] = [here.filter(isServing), here.filter((code) => !isServing(code))];
    expect([serving.length, commands.length]).toEqual([1, 10]);
    const folder = await mkdtemp(join(repository, '.cache', 'docs-'));
    const database = await freshDatabase();
    const secrets = await testSecrets();
    const env = { ...secrets, DATABASE_URL: database.url, PATH: `${folder}:${process.env.PATH}` };
    const program = join(repository, 'packages/api/dist/cli.js');
    await writeFile(join(folder, 'paspor-antrean'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {
      mode: 0o755,
    });
    const { TICKET_KEYS, TOKEN_SECRET } = readConfig({ ...secrets, DATABASE_URL: database.url });
    const tickets = await createTickets(TICKET_KEYS, TOKEN_SECRET, () => new Date());
    const expires = Math.floor(Date.now() / 1000) + 3600;
    const token = await tickets.signBooking({ sub: 'A'.repeat(22), office: 51, startMinute: 1, expires, version: 1 });
    await writeFile(join(folder, 'token.txt'), token);
    await writeFile(join(folder, 'jwks.json'), JSON.stringify(tickets.jwks));
    const said: string[] = [];
    for (const code of commands) {
      // Of these databases only the durability is not as it should be, which doctor is right to say.
      const script = code.replace(/^paspor-antrean doctor$/m, 'paspor-antrean doctor || test $? = 1');
      const { stdout } = await run('sh', ['-euc', script], { cwd: folder, env });
      said.push(stdout);
    }
    const all = said.join('');
    for (const sight of [
      '124 offices',
      '2 offices.',
      'kantor',
      '0 added',
      ' slots made.',
      'NIK_KEY=',
      'Valid, signed',
      'no slot is oversold',
    ])
      expect(all).toContain(sight);
    expect(await secretsFrom(join(folder, 'secrets.env'))).toMatchObject({ NIK_KEY: [expect.any(Uint8Array)] });

    const server = spawn('sh', ['-ec', `exec ${serving[0]}`], { cwd: folder, env: { ...env, PORT: '0' } });
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    await expect.poll(() => printed, { timeout: 30_000 }).toContain('API reference');
    server.kill('SIGTERM');
    expect(await once(server, 'close')).toEqual([0, null]);
    await database.drop();
    await rm(folder, { recursive: true });
  }, 120_000);

  const isServing = (code: string) => code.startsWith('paspor-antrean serve');
  const secretsFrom = async (file: string) => {
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const given = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
    return readConfig({ ...Object.fromEntries(given), DATABASE_URL: 'postgres://u:p@h/d' });
  };
});

test('docs/operating.md names every setting, and no other', async () => {
  const text = await readFile(join(repository, 'docs/operating.md'), 'utf8');
  const named = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name).sort();
  const known = [
    ...(await readFile(join(repository, 'packages/api/src/config.ts'), 'utf8')).matchAll(/^ {2}([A-Z_]+): /gm),
  ].map(([, name]) => name);
  expect(named).toEqual([...new Set(known)].sort());
});
