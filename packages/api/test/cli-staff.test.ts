import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, tell } from './cli-process.ts';
import { openIdentityProvider } from './identity-provider.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-staff-'));
  server = await startServerProcess({ DATA_DIR: join(folder, '.data') });
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await rm(folder, { recursive: true });
});

/** Whoever is let in is told that the body is wrong. */
const knock = async (url: string, token: unknown, office = 'bandung') => {
  const answer = await fetch(`${url}/v1/offices/${office}/arrivals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ takenByNone: 1 }),
  });
  return ((await answer.json()) as { code: string }).code;
};

const line = ['token', 'staff', '--office', 'bandung', '--role', 'counter'];

describe('token staff', () => {
  test('prints a token that the server started here takes, for one office, and a link with it', async () => {
    const { code, out } = await runCli(folder, line);
    const [token = '', link] = out.split('\n').filter(Boolean);
    expect([code, link]).toEqual([0, `http://127.0.0.1:8787/loket#token=${token}`]);
    expect(await knock(server.url, token)).toBe('INVALID_INPUT');
    expect(await knock(server.url, token, 'malang')).toBe('NOT_ALLOWED');
    const { exp = 0, ...claims } = decodeJwt(token);
    expect(claims).toEqual({ sub: 'development-counter', office: 'bandung', role: 'counter' });
    expect(Math.abs(exp - (Date.now() / 1000 + 12 * 3600))).toBeLessThan(60);
  });

  test('does what docs/operating.md shows', async () => {
    const text = await readFile(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
    const shown = /```sh\npaspor-antrean (token staff .+)\n```/.exec(text)?.[1];
    const { token } = await tell(folder, shown?.split(' ') ?? [], {});
    expect(await knock(server.url, token)).toBe('INVALID_INPUT');
  });

  test('takes hours, all offices and the address that people see', async () => {
    const env = { PUBLIC_URL: 'https://antrean.example.go.id/' };
    const told = await tell(folder, ['token', 'staff', '--office', '*', '--role', 'admin', '--hours', '1'], env);
    expect(told).toMatchObject({ code: 0, ok: true, office: '*', role: 'admin' });
    expect(told.link).toBe(`https://antrean.example.go.id/loket#token=${told.token}`);
    expect(Math.abs(Date.parse(String(told.expiresAt)) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    for (const office of ['bandung', 'malang'])
      expect(await knock(server.url, told.token, office)).toBe('INVALID_INPUT');
  });

  test.each([
    [
      ['--office', 'atlantis', '--role', 'counter'],
      '--office takes the id of an office, or *. `office list` lists them.',
    ],
    [['--role', 'counter'], '--office takes the id of an office, or *. `office list` lists them.'],
    [['--office', 'bandung', '--role', 'king'], '--role takes one of counter, head, admin.'],
    [['--office', 'bandung'], '--role takes one of counter, head, admin.'],
    [['--office', 'bandung', '--role', 'head', '--hours', '0'], '--hours takes a whole number from 1 to 168.'],
    [['--office', 'bandung', '--role', 'head', '--hours', '169'], '--hours takes a whole number from 1 to 168.'],
  ])('%j is one sentence', async (options, said) => {
    expect(await runCli(folder, ['token', 'staff', ...options])).toEqual({ code: 2, out: '', err: `${said}\n` });
  });

  test('is refused with a DATABASE_URL, also that of the embedded database', async () => {
    const DATABASE_URL = (await readFile(join(folder, '.data', 'database-url'), 'utf8')).trim();
    expect(await runCli(folder, line, { DATABASE_URL })).toEqual({
      code: 2,
      out: '',
      err: 'Development tokens are for the embedded database only: with a DATABASE_URL the staff sign in at STAFF_ISSUER.\n',
    });
  });
});

describe('doctor', () => {
  const found = async (STAFF_ISSUER: string) => {
    const { findings } = await tell(folder, ['doctor'], { STAFF_ISSUER });
    return (findings as { check: string; ok: boolean; detail: string }[]).filter(({ check }) => /provider/.test(check));
  };

  test('says whether the staff could sign in, where somebody has said where', async () => {
    const check = 'the staff’s identity provider has keys for us';
    const provider = await openIdentityProvider();
    expect(await found('')).toEqual([]);
    expect(await found(provider.issuer)).toEqual([{ check, ok: true, detail: '' }]);
    const alias = provider.issuer.replace('127.0.0.1', 'localhost');
    expect(await found(alias)).toMatchObject([
      { ok: false, detail: expect.stringContaining('another than STAFF_ISS') },
    ]);
    await provider.close();
    expect(await found(provider.issuer)).toMatchObject([{ ok: false, detail: expect.stringContaining('be asked') }]);
  });
});

test('a server that was given its DATABASE_URL takes no development token, whatever database that is', async () => {
  const { token } = await tell(folder, line, {});
  const secrets = JSON.parse(await readFile(join(folder, '.data', 'secrets.json'), 'utf8'));
  const DATABASE_URL = (await readFile(join(folder, '.data', 'database-url'), 'utf8')).trim();
  for (const args of [[], ['--workers', '2']]) {
    const other = await startServerProcess({ ...secrets, DATABASE_URL }, args);
    expect(await knock(other.url, token)).toBe('TOKEN_INVALID');
    expect(await other.kill('SIGTERM')).toBe(0);
  }
});

test('several workers on the embedded database take one as well', async () => {
  const DATA_DIR = join(folder, 'several');
  const several = await startServerProcess({ DATA_DIR }, ['--workers', '2']);
  const { token } = await tell(folder, line, { DATA_DIR });
  expect(await knock(several.url, token)).toBe('INVALID_INPUT');
  expect(await several.kill('SIGTERM')).toBe(0);
});
