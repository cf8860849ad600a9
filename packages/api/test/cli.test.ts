import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { runCli, runHere } from './cli-process.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
let empty: string;
beforeAll(async () => {
  office = await openTestOffice();
  empty = await mkdtemp(join(tmpdir(), 'antrean-cli-'));
});
afterAll(async () => {
  await office.close();
  await rm(empty, { recursive: true });
});

const run = (args: string[], env: Record<string, string> = {}) => runCli(empty, args, env);
const database = () => ({ DATABASE_URL: office.env.DATABASE_URL ?? '' });

interface Report {
  ok: boolean;
  findings: { check: string; ok: boolean; detail: string }[];
}
const examine = async () => {
  const { code, out } = await run(['doctor', '--json'], database());
  const { ok, findings } = JSON.parse(out) as Report;
  const failed = findings.filter((finding) => !finding.ok).map(({ check, detail }) => `${check}: ${detail}`);
  return { code, ok, failed, checks: findings.length };
};

/** The tests' own server is quick instead of durable, and doctor says so. */
const quick = 'fsync is on: It is off. What was confirmed can be lost when the machine stops.';

test('doctor finds nothing but the missing durability in a database that was used as it should', async () => {
  await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  expect(await examine()).toEqual({ code: 1, ok: false, failed: [quick], checks: expect.any(Number) });
  const { code, out } = await run(['doctor'], database());
  expect(out).toContain(`FAIL  ${quick}\n`);
  expect(out).toMatch(/^ok {4}no slot is oversold$/m);
  expect(out).toMatch(/^1 of \d+ checks failed\.$/m);
  expect(code).toBe(1);
});

test('doctor names a broken invariant with its row', async () => {
  const shift = (by: number) =>
    office.sql`update slot set taken = taken + ${by}
      where office_id = 'medan' and channel = 'online' and starts = '2026-11-24T09:00'`;
  await shift(1);
  const { failed } = await examine();
  await shift(-1);
  expect(failed).toEqual([quick, expect.stringMatching(/^[\w ]+: 1 found: .*medan/)]);
});

test('what cannot be done is one sentence and exit code 2', async () => {
  for (const [args, env, sentence] of [
    [['doctor'], {}, /There is no DATABASE_URL and no \.data\/database-url/],
    [
      ['doctor'],
      { DATABASE_URL: 'postgres://a:geheim@127.0.0.1:1/b' },
      /The database cannot be looked at: nothing listens at the address/,
    ],
    [['doctor'], { DATABASE_URL: 'postgres://a:gehei%m@127.0.0.1/b' }, /cannot be looked at/],
    [['cure'], {}, /There is no command "cure"/],
    [['doctor', '--fix'], {}, /Unknown option '--fix'/],
  ] as [string[], Record<string, string>, RegExp][]) {
    const { code, err, out } = await run(args, env);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err + out).not.toMatch(/gehei/);
    expect(code).toBe(2);
  }
});

test('doctor of a database without tables says so instead of looking for more', async () => {
  const url = new URL(office.env.DATABASE_URL ?? '');
  url.pathname = '/postgres';
  const { code, out } = await run(['doctor'], { DATABASE_URL: url.href });
  expect(out).toContain('FAIL  the schema is that of this program: There are no tables');
  expect(code).toBe(1);
});

test('help lists the commands, and each has one of its own', async () => {
  const { code, out } = await run(['--help']);
  for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(code).toBe(0);
  const helps = await Promise.all(commands.map(({ name }) => runHere([...name.split(' '), '--help'], {})));
  for (const [at, { name, options = {} }] of commands.entries()) {
    expect(helps[at]).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`paspor-antrean ${name}`) });
    for (const option of Object.keys(options)) expect(helps[at]?.out).toContain(`--${option}`);
  }
  expect(await run(['keys', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('keys rotate') });
});

test('a command with too little, too much or something unknown says how it is used', async () => {
  for (const [args, said] of [
    [[], ''],
    [['keys'], 'There is no command "keys". --help lists what there is.'],
    [['office', 'import'], 'Usage: paspor-antrean office import <folder>'],
    [['keys', 'rotate', 'house'], 'There is no kind of key "house": ticket, token, data, nik.'],
    [['doctor', 'now'], 'Usage: paspor-antrean doctor'],
    [['serve', '--workers', 'many'], '--workers takes a number from 1 to 64.'],
  ] as [string[], string][]) {
    expect(await runHere(args, {})).toMatchObject({ code: 2, err: said && `${said}\n` });
  }
});

test('settings that are wrong are named, and no value of them is shown', async () => {
  const { code, err } = await run(['keys', 'rotate', 'nik'], { ...database(), NIK_KEY: 'geheim' });
  expect(err).toBe('NIK_KEY must be 32 bytes in base64url, or two of them with a comma between.\n');
  expect(code).toBe(2);
});
