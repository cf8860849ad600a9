import { type AntreanClient, createAntreanClient } from '@paspor-antrean/client';
import { createCounterClient } from '@paspor-antrean/client/counter';
import { counterEndpoints } from '@paspor-antrean/contract';
import { freshDatabase } from '../../../../test/setup/fresh-database.ts';
import { connect } from '../../src/db/connect.ts';
import { officeDay } from '../../src/offices/office-time.ts';
import { openIdentityProvider } from '../identity-provider.ts';
import { draft, person } from '../people.ts';
import { testSecrets } from '../secrets.ts';
import { startServerProcess } from '../server-process.ts';
import { readSpec } from './spec.ts';

/** What a request can be about: things that really exist, and what their body must name. */
export interface Live {
  path: Record<string, string>;
  tokens: Record<string, string>;
  body: Record<string, unknown>;
}

/** The built server as its own process on a database of its own, and things made in it to ask about. */
export const openGround = async () => {
  const database = await freshDatabase('today');
  const provider = await openIdentityProvider();
  const server = await startServerProcess({
    ...provider.settings,
    ...(await testSecrets()),
    DATABASE_URL: database.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '1000',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  let asked = 0;
  /** Each request comes from a network of its own, or the limits per client would answer most of them. */
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    asked += 1;
    headers.set('x-forwarded-for', `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`);
    return fetch(new URL(path, server.url), { ...init, headers });
  };
  const antrean: AntreanClient = createAntreanClient({
    baseUrl: server.url,
    fetch: (url, init) => ask(String(url), init),
  });
  const { offices } = await antrean.listOffices();
  const places: { office: string; slots: string[]; privacyVersion: string }[] = [];
  for (const { id } of offices.slice(0, 12)) {
    const { days } = await antrean.readAvailability({ office: id, service: 'new' });
    const slots = days.flatMap((day) => day.slots.filter(({ remaining }) => remaining > 1).map(({ slot }) => slot));
    const { privacy } = await antrean.readOffice({ office: id });
    if (slots.length > 3) places.push({ office: id, slots, privacyVersion: privacy.version });
  }
  const today = officeDay(new Date(), 'Asia/Jakarta');
  await openLateToday(database.url, today);
  const staffToken = await provider.sign({
    sub: 'someone',
    office: '*',
    role: 'admin',
    exp: Date.now() / 1000 + 86_400,
  });
  const counter = createCounterClient({ baseUrl: server.url, fetch: (url, init) => ask(String(url), init) });
  let people = 0;
  let sequence = 0;

  /** Someone who stands at the counter of Bandung, today. */
  const liveAtCounter = async (operationId: string): Promise<Live> => {
    const office = 'bandung';
    const { nik } = person(people);
    const tokens = { staffToken };
    if (operationId === 'readDay') return { path: { office, on: today }, tokens, body: {} };
    if (operationId === 'admitWalkIn') return { path: { office }, tokens, body: { channel: 'priority', nik } };
    const hold = await antrean.holdSlot({ office, service: 'new', slot: `${today}T23:59` });
    const booking = await antrean.bookHold({ office, token: hold.token, ...draft([person(people)]) });
    const path = { office, id: booking.id };
    const queueCodes = booking.applicants.map(({ queueCode }) => queueCode);
    if (/^(call|serve)/.test(operationId)) await counter.recordArrival({ office, staffToken, code: booking.code });
    if (/Applicants$/.test(operationId)) return { path, tokens, body: { queueCodes } };
    if (operationId === 'releaseClaim') return { path, tokens, body: { nik } };
    const { token } = booking;
    if (operationId === 'recordArrival') return { path, tokens, body: { token, queueCodes, nik } };
    const now = new Date().toISOString();
    sequence += 1;
    return { path, tokens, body: { sentAt: now, arrivals: [{ sequence, at: now, token }] } };
  };

  const live = async (operationId: string): Promise<Live> => {
    people += 1;
    if (operationId in counterEndpoints) return await liveAtCounter(operationId);
    const { office, slots, privacyVersion } = places[people % places.length] as (typeof places)[number];
    const slot = slots[people % slots.length] ?? '';
    if (['listOffices', 'readOffice', 'readAvailability', 'readJwks'].includes(operationId)) {
      return { path: { office }, tokens: {}, body: {} };
    }
    if (operationId === 'holdSlot') return { path: { office }, tokens: {}, body: { slot, party: 1 } };
    const hold = await antrean.holdSlot({ office, service: 'new' });
    const ofHold = { path: { office, id: hold.id }, tokens: { holdToken: hold.token } };
    if (/Hold$/.test(operationId)) {
      const { applicants } = draft([person(people)]);
      return { ...ofHold, body: { applicants, privacyVersion, guardian: true } };
    }
    const booking = await antrean.bookHold({
      office,
      token: hold.token,
      ...draft([person(people)], { privacyVersion }),
    });
    const [applicant] = booking.applicants;
    return {
      path: { ...ofHold.path, queueCode: applicant?.queueCode ?? '' },
      tokens: { ...ofHold.tokens, bookingToken: booking.token, manageToken: booking.manageToken ?? '' },
      body:
        operationId === 'moveBooking'
          ? { slot }
          : { code: booking.code, nikLast4: applicant?.nikLast4 ?? '', birthOn: person(people).birthOn },
    };
  };

  return {
    ask,
    live,
    spec: readSpec(await (await ask('/openapi.json')).json()),
    output: server.output,
    close: async () => {
      await server.kill('SIGTERM');
      await provider.close();
      await database.drop();
    },
  };
};

/** The demo's offices may be closed today; the counter needs someone who comes. */
const openLateToday = async (url: string, today: string) => {
  const sql = connect(url, { max: 1 });
  await sql`insert into channel (office_id, channel, letter) values ('bandung', 'priority', 'P') on conflict do nothing`;
  await sql`
    insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
    select 'bandung', channel, (${today} || 'T23:59')::timestamp, 5, 10000, '2026-01-01'
    from unnest(array['online', 'priority']) channel on conflict do nothing`;
  await sql.end();
};

export type Ground = Awaited<ReturnType<typeof openGround>>;
