import { type AntreanClient, createAntreanClient } from '@paspor-antrean/client';
import { freshDatabase } from '../../../../test/setup/fresh-database.ts';
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
  const server = await startServerProcess({
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
  let people = 0;

  const live = async (operationId: string): Promise<Live> => {
    people += 1;
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
      await database.drop();
    },
  };
};

export type Ground = Awaited<ReturnType<typeof openGround>>;
