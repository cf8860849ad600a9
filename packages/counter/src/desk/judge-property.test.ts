import { verifyTicket } from '@paspor-antrean/client/ticket';
import type { OfficeDay, Visit } from '@paspor-antrean/contract/wire';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { niks, nineOClock, openOffice, type TestOffice } from '../../test/office.ts';
import { createSigner, type Signer } from '../../test/signer.ts';
import { withArrivals } from './day-list.ts';
import { judgeTicket } from './judge.ts';
import type { Arrival } from './outbox.ts';

let office: TestOffice;
let stranger: Signer;
beforeAll(async () => {
  office = await openOffice();
  stranger = await createSigner('1');
});

/** A token, and all that is true of it. */
interface Shown {
  token: string;
  isOurs: boolean;
  bookingId: string;
  version: number;
  office: number;
  on: string;
}

const days = ['2026-12-01', '2026-12-01', '2026-12-02', '2026-11-30'];
const bookingAt = fc.nat(5);
const move = fc.oneof(
  fc.record({ do: fc.constant('book' as const), day: fc.nat(3), office: fc.constantFrom(51, 51, 52) }),
  fc.record({ do: fc.constant('move' as const), booking: bookingAt, day: fc.nat(3) }),
  fc.record({ do: fc.constant('cancel' as const), booking: bookingAt }),
  fc.record({ do: fc.constant('read' as const) }),
  fc.record({ do: fc.constant('arrive' as const), shown: fc.nat(6), who: fc.nat(3) }),
  fc.record({ do: fc.constant('forge' as const), shown: fc.nat(6), bit: fc.nat(2000) }),
  fc.record({ do: fc.constant('show' as const), shown: fc.nat(6) }),
);

/** What the office knows, and what it knew when the list was read. */
class World {
  bookings: { visit: Visit; office: number; isCancelled: boolean }[] = [];
  shown: Shown[] = [];
  list: OfficeDay | null = null;
  /** By booking, when the list was read. */
  listed = new Map<string, { version: number; isCancelled: boolean }>();
  kept: Arrival[] = [];

  async sign({ visit, office: number }: World['bookings'][number]) {
    const { id: bookingId, version, slot } = visit;
    const token = await office.sign(visit, number);
    this.shown.push({ token, isOurs: true, bookingId, version, office: number, on: slot.slice(0, 10) });
  }

  read() {
    const today = this.bookings.filter(({ office: number }) => number === 51);
    const isHere = ({ slot }: Visit) => slot.startsWith('2026-12-01');
    const was = (id: string) => this.shown.some((one) => one.bookingId === id && one.on === '2026-12-01');
    this.list = {
      ...office.list(),
      visits: today.flatMap(({ visit, isCancelled }) => (!isCancelled && isHere(visit) ? visit : [])),
      revoked: today.flatMap(({ visit, isCancelled }) => {
        const { id, version, slot } = visit;
        if (isCancelled) return { id, version, code: 'BOOKING_CANCELLED' as const, movedTo: null };
        const left = !isHere(visit) && was(id);
        return left ? { id, version: version - 1, code: 'BOOKING_MOVED' as const, movedTo: slot } : [];
      }),
    };
    this.listed = new Map(today.map(({ visit, isCancelled }) => [visit.id, { version: visit.version, isCancelled }]));
  }

  /** As the desk judges it. */
  async judge({ token }: Shown) {
    const day = this.list && withArrivals(this.list, this.kept, 'here');
    return judgeTicket(await verifyTicket(token, office.jwks(), nineOClock), {
      office: { number: 51, timeZone: 'Asia/Jakarta' },
      day,
      device: 'here',
      kept: this.kept,
      now: nineOClock,
    });
  }
}

/** A bit of the token's text turned over, or the same claims under a stranger's key. */
const forged = async (world: World, from: Shown, bit: number): Promise<Shown> => {
  if (bit % 5 === 0 && from.isOurs) {
    const claims = JSON.parse(atob((from.token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return { ...from, token: await stranger.sign(claims), isOurs: false };
  }
  const at = bit % from.token.length;
  const token = from.token.slice(0, at) + String.fromCharCode(from.token.charCodeAt(at) ^ 1) + from.token.slice(at + 1);
  return { ...from, token, isOurs: world.shown.some((one) => one.isOurs && one.token === token) };
};

test('whatever is booked, moved, cancelled, read and recorded in between: no token that is forged, revoked or of another day or office is welcome, and none that stands is turned away', async () => {
  const seen = { welcome: 0, arrived: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 40, size: 'max' }), async (moves) => {
      const world = new World();
      for (const step of moves) {
        const booking = 'booking' in step ? world.bookings[step.booking % world.bookings.length] : undefined;
        const shown = 'shown' in step ? world.shown[step.shown % world.shown.length] : undefined;
        if (step.do === 'read') world.read();
        if (step.do === 'book') {
          const { visit } = await office.book(niks, `${days[step.day]}T10:00:00+07:00`);
          world.bookings.push({ visit, office: step.office, isCancelled: false });
          await world.sign(world.bookings.at(-1) as World['bookings'][number]);
        }
        if (step.do === 'cancel' && booking) booking.isCancelled = true;
        if (step.do === 'move' && booking && !booking.isCancelled) {
          const startsAt = `${days[step.day]}T13:00:00+07:00`;
          const { version } = booking.visit;
          booking.visit = { ...booking.visit, version: version + 1, startsAt, slot: startsAt.slice(0, 16) };
          await world.sign(booking);
        }
        if (step.do === 'forge' && shown) world.shown.push(await forged(world, shown, step.bit));
        if (!shown || (step.do !== 'show' && step.do !== 'arrive')) continue;

        const verdict = await world.judge(shown);
        const known = world.listed.get(shown.bookingId);
        const mayPass =
          shown.isOurs &&
          shown.office === 51 &&
          shown.on === '2026-12-01' &&
          !(known?.isCancelled || (known && known.version > shown.version));
        if (verdict.kind === 'welcome' || verdict.kind === 'arrived') {
          expect(mayPass).toBe(true);
          seen[verdict.kind]++;
        } else {
          expect(mayPass).toBe(false);
          seen.refused++;
        }
        if (step.do === 'arrive' && verdict.kind === 'welcome') {
          // The last of them: all who are still to come.
          const queueCodes = verdict.waitingFor.slice(step.who, step.who + 1);
          const at = nineOClock.toISOString();
          const sequence = world.kept.length + 1;
          const presented = { token: shown.token };
          world.kept.push({ sequence, office: 'bandung', booking: shown.bookingId, presented, queueCodes, at });
        }
      }
    }),
    { numRuns: 250 },
  );
  // A property that only ever saw one side would prove nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});
