import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Booking } from '@paspor-antrean/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { runCli, runHere } from './cli-process.ts';
import { draft, person } from './people.ts';
import { dataKey, ticketKey } from './secrets.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
let folder: string;
let booking: Booking;
beforeAll(async () => {
  office = await openTestOffice();
  folder = await mkdtemp(join(tmpdir(), 'antrean-keys-'));
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  booking = await office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(1)]) });
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const run = (args: string[], env: Record<string, string> = {}) => runHere(args, { ...office.env, ...env });
/** With a process of its own, which can be told something on standard input. */
const runWith = (input: string, args: string[]) => runCli(folder, args, office.env, input);
const settingOf = (out: string) => out.slice(out.indexOf('=') + 1).trim();
const kids = (setting: string) => (JSON.parse(setting) as { kid: string }[]).map(({ kid }) => kid);

describe('keys new', () => {
  test('makes settings that the server accepts, others each time', async () => {
    const made = async () => JSON.parse((await runCli(folder, ['keys', 'new', '--json'])).out).settings;
    const [one, two] = [await made(), await made()];
    expect(readConfig({ ...one, DATABASE_URL: 'postgres://u:p@h/d' }).NIK_KEY).toHaveLength(1);
    for (const name of Object.keys(one)) expect(one[name]).not.toBe(two[name]);
  });
});

describe('keys rotate', () => {
  test.each(['ticket', 'token', 'data', 'nik'])(
    'puts a new %s key in front, and the server takes the list',
    async (kind) => {
      const { out, code } = await run(['keys', 'rotate', kind]);
      expect(code).toBe(0);
      const [name, value] = [out.slice(0, out.indexOf('=')), settingOf(out)];
      const after = await office.restart({ [name]: value });
      const by = { office: 'bandung', id: booking.id, token: booking.manageToken ?? '' };
      expect((await after.antrean.readBooking(by)).code).toBe(booking.code);
      const hold = await after.antrean.holdSlot({ office: 'bandung', service: 'new' });
      const again = after.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(1)]) });
      await expect(again).rejects.toMatchObject({ code: 'NIK_ALREADY_BOOKED' });
    },
  );

  test('goes in two steps for several processes: known to all first, then in front', async () => {
    const standby = settingOf((await run(['keys', 'rotate', 'ticket', '--standby'])).out);
    expect(kids(standby)).toEqual(['1', '2']);
    const promoted = settingOf((await run(['keys', 'rotate', 'ticket', '--promote'], { TICKET_KEYS: standby })).out);
    expect(kids(promoted)).toEqual(['2', '1']);
    const waiting = await office.restart({ TICKET_KEYS: standby });
    const signing = await office.restart({ TICKET_KEYS: promoted });
    const by = { office: 'bandung', id: booking.id };
    const { token } = await signing.antrean.readBooking({ ...by, token: booking.manageToken ?? '' });
    expect((await waiting.antrean.readBooking({ ...by, token })).id).toBe(booking.id);
    expect((await run(['keys', 'rotate', 'data', '--promote'])).code).toBe(1);
  });

  test('of nik is refused while one is under way', async () => {
    const NIK_KEY = settingOf((await run(['keys', 'rotate', 'nik'])).out);
    expect(await run(['keys', 'rotate', 'nik'], { NIK_KEY })).toMatchObject({ code: 1 });
  });

  test('--write keeps it for the server that made its own secrets, and for no other', async () => {
    const { NIK_KEY = '', TOKEN_SECRET = '' } = office.env;
    await writeFile(join(folder, 'secrets.json'), JSON.stringify({ NIK_KEY, TOKEN_SECRET }), { mode: 0o600 });
    const local = { DATA_DIR: folder };
    const { out, err } = await runCli(folder, ['keys', 'rotate', 'token', '--write'], local);
    const kept = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'));
    expect(kept).toEqual({ NIK_KEY, TOKEN_SECRET: expect.stringMatching(new RegExp(`^.{32,},${TOKEN_SECRET}$`)) });
    expect(out).toBe('TOKEN_SECRET: 2, 1\n');
    expect(err).toContain('restart the server');
    expect(await run(['keys', 'rotate', 'token', '--write'], local)).toMatchObject({ code: 2 });
    const promoted = await runCli(folder, ['keys', 'rotate', 'token', '--promote', '--write', '--json'], local);
    expect(JSON.parse(promoted.out)).toEqual({ ok: true, setting: 'TOKEN_SECRET', keys: ['2', '1'] });
    await rm(join(folder, 'secrets.json'));
  });
});

describe('keys retire', () => {
  const past = '2026-11-01T20:00:00+07:00';
  const two = async () => JSON.stringify([await ticketKey('2'), ...JSON.parse(office.env.TICKET_KEYS ?? '')]);

  test('keeps a ticket key until the last token that it can have signed has ended', async () => {
    const TICKET_KEYS = await two();
    // Made a month ago, for a day that is to come.
    await office.sql`update booking set booked_at = '2026-10-20', created_at = '2026-10-20'`;
    const refused = await run(['keys', 'retire', 'ticket', '--since', past], { TICKET_KEYS });
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^A token of key 1 can be valid until 2026-11-2\dT/),
    });
    const since = ['--since', '2026-10-01T20:00:00+07:00'];
    const { code, out } = await run(['keys', 'retire', 'ticket', ...since], { TICKET_KEYS });
    expect(code).toBe(0);
    expect(kids(settingOf(out))).toEqual(['2']);
    for (const wrong of [[], ['--since', 'yesterday'], ['--since', '2999-01-01T00:00Z']])
      expect(await run(['keys', 'retire', 'ticket', ...wrong], { TICKET_KEYS })).toMatchObject({ code: 2 });
  });

  test('keeps a token secret as long as a manage token', async () => {
    const TOKEN_SECRET = `${'n'.repeat(32)},${office.env.TOKEN_SECRET}`;
    expect((await run(['keys', 'retire', 'token', '--since', past], { TOKEN_SECRET })).out).toMatch(
      /until 2026-12-2\d/,
    );
  });

  test('keeps a data key while something is sealed under it', async () => {
    const DATA_KEYS = `${dataKey('k2')},${office.env.DATA_KEYS}`;
    const said = '1 booking sealed under key k1; they are purged in time.\n';
    expect(await run(['keys', 'retire', 'data'], { DATA_KEYS })).toMatchObject({ code: 2 });
    const retire = (since: string) => run(['keys', 'retire', 'data', '--since', since], { DATA_KEYS });
    expect(await retire(past)).toMatchObject({ code: 1, out: said });
    expect(await retire('2026-10-01T20:00:00+07:00')).toMatchObject({
      code: 1,
      out: `${said}1 booking of them after --since: a process without the first key still runs. Stop it, and retire with a later --since.\n`,
    });
    const unused = `${office.env.DATA_KEYS},${dataKey('k0')}`;
    const { code, out } = await run(['keys', 'retire', 'data', '--since', past], { DATA_KEYS: unused });
    expect([code, settingOf(out)]).toEqual([0, office.env.DATA_KEYS]);
  });

  test('never takes the last key', async () => {
    expect(await run(['keys', 'retire', 'data'])).toMatchObject({
      code: 1,
      out: 'DATA_KEYS holds one key, which is in use.\n',
    });
  });
});

describe('token', () => {
  const jwks = async () => {
    const file = join(folder, 'jwks.json');
    await writeFile(file, await (await office.ask('/.well-known/jwks.json')).text());
    return file;
  };

  test('inspect shows what it says and that nothing was verified, without any setting', async () => {
    const { code, out } = await runCli(folder, ['token', 'inspect', booking.token]);
    expect(out).toContain(`booking  ${booking.id}\n`);
    expect(out).toMatch(/^kind {5}booking, key 1$/m);
    expect(out).toMatch(/^people {3}1$/m);
    expect(out).toMatch(/^Not verified/m);
    expect(code).toBe(0);
    const own = JSON.parse((await runCli(folder, ['token', 'inspect', '--json'], {}, booking.manageToken)).out);
    expect(own).toMatchObject({ verified: false, kind: 'manage', claims: { sub: booking.id } });
    expect((await runCli(folder, ['token', 'inspect', booking.manageToken ?? ''])).out).not.toContain('people');
    expect(await runCli(folder, ['token', 'inspect', 'a.b.c'])).toMatchObject({ code: 1, out: 'This is no token.\n' });
  });

  test('inspect counts the people that a token is bound to, and nothing that is packed otherwise', async () => {
    const [head = '', , signature = ''] = booking.token.split('.');
    const said = async (n: unknown) => {
      const body = Buffer.from(JSON.stringify({ sub: booking.id, n })).toString('base64url');
      const { out } = await runCli(folder, ['token', 'inspect', `${head}.${body}.${signature}`]);
      return /^people {3}(.*)$/m.exec(out)?.[1];
    };
    expect(await said('DvZAmA6WQYEBCKq7sA')).toBe('5');
    for (const n of ['DvZB', '', 7, null, 'DvZA\u001b[2J']) expect(await said(n)).toBe('no count');
    expect(await said(undefined)).toBeUndefined();
  });

  test('verify takes the keys of the settings, of a file or of an address, and the token also from standard input', async () => {
    const valid = { code: 0, out: expect.stringMatching(/^Valid, signed by key 1\.\n[\s\S]*^people {3}1$/m) };
    expect(await run(['token', 'verify', booking.token])).toMatchObject(valid);
    expect(await runCli(folder, ['token', 'verify', '--keys', await jwks()], {}, `${booking.token}\n`)).toMatchObject(
      valid,
    );
    expect(await runCli(folder, ['token', 'verify', 'x', '--keys', 'nowhere.json'])).toMatchObject({ code: 2 });
    const dead = 'http://127.0.0.1:1/.well-known/jwks.json';
    expect(await runCli(folder, ['token', 'verify', 'x', '--keys', dead])).toMatchObject({
      code: 2,
      err: `${dead} cannot be read.\n`,
    });
  });

  test('verify refuses other kinds, other keys, changed bytes and stray bits', async () => {
    const [head, body, signature = ''] = booking.token.split('.');
    const stray = `${head}.${body}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : signature.at(-1) === 'Q' ? 'R' : signature.at(-1) === 'g' ? 'h' : 'x'}`;
    const flipped = `${head}.${body}.${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    for (const [token, said] of [
      [booking.manageToken ?? '', 'Refused: a manage token, which no public key verifies.\n'],
      [flipped, 'Refused: the signature is wrong.\n'],
      [stray, 'Refused: this is no token.\n'],
      ['', 'Refused: this is no token.\n'],
    ] as const) {
      expect(await runWith(token, ['token', 'verify'])).toMatchObject({ code: 1, out: said });
    }
    const TICKET_KEYS = JSON.stringify([await ticketKey('7')]);
    const other = await run(['token', 'verify', booking.token], { TICKET_KEYS });
    expect(other).toMatchObject({ code: 1, out: 'Refused: none of these keys signed it.\n' });
  });
});

describe('purge', () => {
  test('forgets what is due, says how much and nothing of whom', async () => {
    const past = await office.antrean.holdSlot({ office: 'medan', service: 'new' });
    await office.antrean.bookHold({ office: 'medan', token: past.token, ...draft([person(2)]) });
    await office.sql`update booking set starts = '2026-09-01T09:00' where office_id = 'medan'`;
    const counts = async (...args: string[]) => JSON.parse((await run(['purge', '--json', ...args])).out);
    expect(await counts('--dry-run')).toMatchObject({ ok: true, dryRun: true, bookings: 1 });
    const { out, code } = await runCli(folder, ['purge'], office.env);
    expect(out).toMatch(/^ {7}1 {2}bookings lose their personal data$/m);
    expect(out).not.toContain(person(2).nik);
    expect(code).toBe(0);
    expect(await office.sql`select people from booking where office_id = 'medan' and personal is null`).toEqual([
      { people: 1 },
    ]);
    expect(await counts()).toMatchObject({ bookings: 0, holds: 0 });
    expect((await office.sql`select 1 from booking where personal is not null`).length).toBe(1);
  });
});
