import { Refused, Unreachable } from '@paspor-antrean/client';
import type { ArrivalResults, CounterClient, OfficeDay, Visit, Visitor } from '@paspor-antrean/client/counter';
import { bookingCodeOf, type ProblemCode, problemStatus } from '@paspor-antrean/contract/wire';
import { base64urlOf, createSigner, packHolders, randomId } from './signer.ts';

/** What of a call gets through. `lost`: the API does it, and its answer is lost. */
export type Network = 'up' | 'down' | 'lost';

export const monday = '2026-12-01';
export const nineOClock = new Date('2026-12-01T09:00:00+07:00');
export const staff = { office: 'bandung', role: 'counter' } as const;
export const staffToken = 'staff-token-of-the-identity-provider';
export const niks = ['9901011205900001', '9901015503920002', '9901014106150003'];

interface Booking {
  visit: Visit;
  token: string;
}

/** An office at the other end of the network, in memory: what its API promises a counter, no more. */
export type TestOffice = Awaited<ReturnType<typeof openOffice>>;

export const openOffice = async () => {
  const signers = [await createSigner('1')];
  const dayKey = base64urlOf(crypto.getRandomValues(new Uint8Array(32)));
  const bookings = new Map<string, Booking>();
  const revoked: OfficeDay['revoked'] = [];
  /** Each arrival that reached the API, by device and sequence, as it was first told. */
  const recorded = new Map<string, string>();
  const answers = new Map<string, ArrivalResults['results'][number]>();
  let number = 0;

  const office = {
    network: 'up' as Network,
    /** The server's clock. */
    now: nineOClock,
    goodTokens: new Set<string>([staffToken]),
    /** What was asked, by method. */
    asked: [] as string[],
    dayKey,
    recorded,
    bookings,
    jwks: () => ({ keys: signers.map(({ jwk }) => jwk) }),
    rotate: async () => void signers.unshift(await createSigner(String(signers.length + 1))),
    fetch: (async () => {
      if (office.network === 'down') throw new TypeError('Failed to fetch');
      office.asked.push('readJwks');
      return Response.json(office.jwks());
    }) as typeof fetch,

    book: async (people: readonly string[] = niks.slice(0, 1), startsAt = '2026-12-01T10:00:00+07:00') => {
      const id = randomId();
      const booking = { visit: await visitOf(id, people, startsAt), token: '' };
      booking.token = await office.sign(booking.visit);
      bookings.set(id, booking);
      return booking;
    },
    sign: async ({ id, startsAt, version, holders }: Visit, officeNumber = 51) =>
      (signers[0] as (typeof signers)[0]).sign({
        sub: id,
        o: officeNumber,
        s: Date.parse(startsAt) / 60_000,
        exp: Date.parse(`${startsAt.slice(0, 10)}T23:59:59+07:00`) / 1000 + 3600,
        v: version,
        ...(holders !== null && { n: holders }),
      }),
    cancel: ({ visit }: Booking) => {
      revoked.push({ id: visit.id, version: visit.version, code: 'BOOKING_CANCELLED', movedTo: null });
      bookings.delete(visit.id);
    },
    /** To another day, so that it leaves the list. */
    move: ({ visit }: Booking, movedTo: string) => {
      revoked.push({ id: visit.id, version: visit.version, code: 'BOOKING_MOVED', movedTo });
      bookings.delete(visit.id);
    },
    list: (): OfficeDay => ({
      officeId: 'bandung',
      officeNumber: 51,
      officeName: 'Kantor Imigrasi Bandung',
      timeZone: 'Asia/Jakarta',
      on: monday,
      asOf: office.now.toISOString(),
      dayKeys: [dayKey],
      visits: [...bookings.values()].map(({ visit }) => visit).filter(({ slot }) => slot.startsWith(monday)),
      revoked: [...revoked],
      seats: [],
    }),
  };

  const visitOf = async (id: string, people: readonly string[], startsAt: string): Promise<Visit> => ({
    id,
    code: bookingCodeOf(String(++number).padStart(7, '0')),
    version: 1,
    channel: 'online',
    service: 'new',
    slot: startsAt.slice(0, 16),
    startsAt,
    endsAt: startsAt.replace('T10', 'T11'),
    holders: await packHolders(dayKey, id, people),
    applicants: people.map(
      (_, at): Visitor => ({
        queueCode: `A10-${String(number * 10 + at).padStart(3, '0')}`,
        status: 'booked',
        arrivedAt: null,
        device: null,
        conflicts: [],
        calledAt: null,
        booth: null,
        servedAt: null,
      }),
    ),
  });

  const change = (id: string, of: (person: Visitor) => Visitor, who?: string[]): Visit => {
    const booking = bookings.get(id);
    if (!booking) throw refusal('BOOKING_UNKNOWN');
    const applicants = booking.visit.applicants.map((person) =>
      !who || who.includes(person.queueCode) ? of(person) : person,
    );
    booking.visit = { ...booking.visit, applicants };
    return booking.visit;
  };

  /** What the network leaves of a call. */
  const through = async <T>(name: string, staffToken: string, act: () => T | Promise<T>): Promise<T> => {
    if (office.network === 'down') throw new Unreachable('No connection');
    office.asked.push(name);
    if (!office.goodTokens.has(staffToken)) throw refusal('TOKEN_EXPIRED');
    const answer = structuredClone(await act());
    if (office.network === ('lost' as Network)) throw new Unreachable('No answer in time');
    return answer;
  };

  const arrive = (device: string, at: Date, arrival: { token?: string; code?: string; queueCodes?: string[] }) => {
    const sub =
      arrival.token &&
      JSON.parse(atob((arrival.token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))).sub;
    const found = [...bookings.values()].find(({ visit }) => visit.id === sub || visit.code === arrival.code);
    const gone = revoked.find(({ id }) => id === sub);
    if (!found) {
      if (gone?.code === 'BOOKING_MOVED')
        return { outcome: 'refused' as const, code: gone.code, movedTo: gone.movedTo ?? undefined };
      return { outcome: 'refused' as const, code: gone?.code ?? 'BOOKING_UNKNOWN' };
    }
    const isMeant = ({ queueCode }: Visitor) => !arrival.queueCodes || arrival.queueCodes.includes(queueCode);
    const isNews = found.visit.applicants.some(
      (person) => isMeant(person) && (!person.arrivedAt || Date.parse(person.arrivedAt) > at.getTime()),
    );
    const visit = change(found.visit.id, (person) => {
      if (!isMeant(person)) return person;
      const mine = { at: at.toISOString(), device };
      if (!person.arrivedAt) return { ...person, status: 'arrived', arrivedAt: mine.at, device };
      const other = { at: person.arrivedAt, device: person.device };
      return Date.parse(person.arrivedAt) > at.getTime()
        ? { ...person, arrivedAt: mine.at, device, conflicts: [...person.conflicts, other] }
        : { ...person, conflicts: [...person.conflicts, mine] };
    });
    return { outcome: isNews ? ('arrived' as const) : ('conflict' as const), visit };
  };

  const client: CounterClient = {
    readDay: ({ staffToken }) => through('readDay', staffToken, office.list),
    recordArrivals: ({ staffToken, device, sentAt, arrivals }) =>
      through('recordArrivals', staffToken, () => ({
        results: arrivals.map(({ sequence, at, ...arrival }) => {
          const name = `${device} ${sequence}`;
          const told = JSON.stringify(arrival);
          const before = recorded.get(name);
          if (before !== undefined && before !== told) throw new Error(`${name} names two arrivals`);
          recorded.set(name, told);
          const serverAt = new Date(Date.parse(at) + office.now.getTime() - Date.parse(sentAt));
          const result = answers.get(name) ?? { sequence, ...arrive(device, serverAt, arrival as { token?: string }) };
          answers.set(name, result);
          return result;
        }),
      })),
    recordArrival: () => Promise.reject(new Error('A counter keeps each arrival first')),
    callApplicants: ({ staffToken, id, queueCodes, booth }) =>
      through('callApplicants', staffToken, () => {
        const calledAt = office.now.toISOString();
        return change(
          id,
          (person) => {
            if (person.status !== 'arrived') throw refusal('NOT_ARRIVED');
            return { ...person, calledAt, booth: booth ?? null };
          },
          queueCodes,
        );
      }),
    serveApplicants: ({ staffToken, id, queueCodes }) =>
      through('serveApplicants', staffToken, () =>
        change(id, (person) => ({ ...person, status: 'served', servedAt: office.now.toISOString() }), queueCodes),
      ),
    missApplicants: ({ staffToken, id, queueCodes }) =>
      through('missApplicants', staffToken, () =>
        change(id, (person) => ({ ...person, status: 'missed' }), queueCodes),
      ),
    admitWalkIn: ({ staffToken, channel, service }) =>
      through('admitWalkIn', staffToken, async () => {
        const { visit } = await office.book();
        const arrivedAt = office.now.toISOString();
        const applicants = visit.applicants.map((person) => ({ ...person, status: 'arrived' as const, arrivedAt }));
        const admitted = { ...visit, channel, service, holders: null, applicants };
        bookings.set(visit.id, { visit: admitted, token: '' });
        return admitted;
      }),
    releaseClaim: ({ staffToken, nik }) =>
      through('releaseClaim', staffToken, () => ({ released: niks.includes(nik) })),
  };
  return Object.assign(office, { client });
};

export const refusal = (code: ProblemCode) =>
  new Refused({ type: `/docs/problems#${code}`, title: code, status: problemStatus[code], code, detail: code });
