import type { Availability, Booking, Hold, HoldStatus, Office, OfficeSummary, Slot } from '@paspor-antrean/client';
import { type AntreanClient, createAntreanClient, createBareClient } from '@paspor-antrean/client';
import { createAntreanClient as createStrictClient } from '@paspor-antrean/client/strict';
import { createFakeAntrean } from '@paspor-antrean/client/testing';
import { expectTypeOf } from 'vitest';

const antrean = createAntreanClient({ fetch: createFakeAntrean().fetch });
const { signal } = new AbortController();
const by = { office: 'bandung', id: 'x', token: 'a.b.c' };
const person = { name: 'Budi Contoh', nik: '9901011205900001', birthOn: '1990-05-12', relation: 'self' } as const;
const who = { contact: { phone: '0812 0000 0001' }, applicants: [person], privacyVersion: '2026-11' };

export const answers = async () => {
  expectTypeOf(await antrean.listOffices()).toEqualTypeOf<{ offices: OfficeSummary[] }>();
  expectTypeOf(await antrean.readOffice({ office: 'bandung' })).toEqualTypeOf<Office>();
  expectTypeOf(await antrean.readAvailability({ office: 'bandung' })).toEqualTypeOf<Availability>();
  expectTypeOf(await antrean.holdSlot({ office: 'bandung', service: 'new' })).toEqualTypeOf<Hold>();
  expectTypeOf(await antrean.readHold(by)).toEqualTypeOf<HoldStatus>();
  expectTypeOf(await antrean.releaseHold(by)).toEqualTypeOf<undefined>();
  expectTypeOf(await antrean.readCalendar(by)).toEqualTypeOf<string>();
  expectTypeOf(await antrean.book({ office: 'bandung', service: 'new', ...who })).toEqualTypeOf<Booking>();
  for await (const seen of antrean.watchAvailability({ office: 'bandung' }, { signal, everyMs: 5000 }))
    expectTypeOf(seen).toEqualTypeOf<Availability>();
  expectTypeOf<Availability['earliest']>().toEqualTypeOf<Slot | null>();
};

export const everyCallTakesASignal = () => {
  type Last<T> = T extends (...given: [...infer _, options?: infer O]) => unknown ? O : never;
  type Options = { [K in keyof AntreanClient]: Last<AntreanClient[K]> };
  expectTypeOf<Options[keyof Options]>().toExtend<{ signal?: AbortSignal } | undefined>();
};

export const clients = () => {
  expectTypeOf(createStrictClient()).toEqualTypeOf<AntreanClient>();
  expectTypeOf(antrean).toExtend<ReturnType<typeof createBareClient>>();
  // @ts-expect-error the endpoints alone do not book in one call
  createBareClient().book;
};

export const refusedByTheCompiler = () => {
  // @ts-expect-error there is no such service
  antrean.holdSlot({ office: 'bandung', service: 'lost' });
  // @ts-expect-error the office is missing
  antrean.holdSlot({ service: 'new' });
  // @ts-expect-error a hold is booked with its token
  antrean.bookHold({ office: 'bandung', ...who });
  // @ts-expect-error the privacy notice must have been shown
  antrean.book({ office: 'bandung', service: 'new', contact: who.contact, applicants: who.applicants });
  // @ts-expect-error there is no such way out of a full slot
  antrean.book({ office: 'bandung', service: 'new', ...who, whenFull: 'push' });
  // @ts-expect-error a field that the API does not know
  antrean.moveBooking({ ...by, slot: '2026-12-01T09:00', reason: 'rain' });
  // @ts-expect-error no input is not enough
  antrean.readOffice();
};
