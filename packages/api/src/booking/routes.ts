import { type Endpoints, IdempotencyKey } from '@paspor-antrean/contract';
import * as v from 'valibot';
import type { Deps } from '../deps.ts';
import type { Bearer } from '../http/bearer.ts';
import type { Handlers } from '../http/endpoint.ts';
import { Refusal } from '../refusal.ts';
import { bookHold } from './bookings.ts';
import { calendarFile } from './calendar-file.ts';
import { cancel, findHeld, moveBooking } from './changes.ts';
import { extendHold, holdSlot, readHold, releaseHold } from './holds.ts';
import { lookUpBooking } from './lookups.ts';
import { openPersonal, presentBooking } from './present.ts';

type BookingHandlers = Pick<
  Handlers,
  Exclude<keyof Endpoints, 'listOffices' | 'readOffice' | 'readAvailability' | 'readJwks'>
>;

export const bookingRoutes = (deps: Deps): BookingHandlers => {
  /** The bearer's own id and version, when the token is for this office and this id. */
  const holderOf = async ({ path, bearer }: { path: { office: string; id?: string }; bearer: Bearer | undefined }) => {
    const office = await deps.offices.get(path.office);
    if (!bearer) throw new Refusal('TOKEN_MISSING');
    const ownOffice = bearer.kind === 'booking' ? office.number : office.id;
    if (bearer.office !== ownOffice || bearer.sub !== (path.id ?? bearer.sub)) throw new Refusal('NOT_ALLOWED');
    return { office: office.id, id: bearer.sub, version: bearer.version };
  };

  return {
    holdSlot: async ({ path, input, header, client }) => {
      const key = header('idempotency-key');
      if (key !== undefined && !v.is(IdempotencyKey, key)) {
        throw new Refusal('INVALID_INPUT', { fields: [{ field: 'Idempotency-Key', code: 'FORMAT' }] });
      }
      const { service, slot, party } = input;
      return { body: await holdSlot(deps, path.office, { service, slot, party }, await client(), key) };
    },
    readHold: async (call) => {
      const { office, id } = await holderOf(call);
      return { body: await readHold(deps, office, id) };
    },
    extendHold: async (call) => {
      const { office, id } = await holderOf(call);
      return { body: await extendHold(deps, office, id) };
    },
    releaseHold: async (call) => {
      const { office, id } = await holderOf(call);
      await releaseHold(deps, office, id);
      return { body: undefined };
    },
    bookHold: async (call) => {
      const { office, id } = await holderOf(call);
      const { contact, applicants, privacyVersion, guardian } = call.input;
      const { booking, created } = await bookHold(deps, office, id, { contact, applicants, privacyVersion, guardian });
      return { body: booking, status: created ? 201 : 200 };
    },
    readBooking: async (call) => {
      const holder = await holderOf(call);
      const { office, row } = await findHeld(deps, holder.office, holder);
      const personal = await openPersonal(deps, office, holder.id, row);
      return { body: await presentBooking(deps, office, holder.id, row, personal, call.bearer?.kind === 'booking') };
    },
    moveBooking: async (call) => {
      const holder = await holderOf(call);
      return { body: await moveBooking(deps, holder.office, holder, call.input.slot) };
    },
    cancelBooking: async (call) => {
      const holder = await holderOf(call);
      return { body: await cancel(deps, holder.office, holder) };
    },
    cancelApplicant: async (call) => {
      const holder = await holderOf(call);
      return { body: await cancel(deps, holder.office, holder, call.path.queueCode) };
    },
    lookUpBooking: async ({ path, input, client }) => {
      const { code, nikLast4, birthOn } = input;
      return { body: await lookUpBooking(deps, path.office, { code, nikLast4, birthOn }, await client()) };
    },
    readCalendar: async (call) => {
      const holder = await holderOf(call);
      const { office, row } = await findHeld(deps, holder.office, holder);
      if (row.party === 0) throw new Refusal('BOOKING_CANCELLED');
      const booking = await presentBooking(deps, office, holder.id, row, null);
      return {
        body: calendarFile(office, booking, deps.config.PUBLIC_URL),
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="antrean-paspor.ics"',
        },
      };
    },
  };
};
