import type { ProblemCode } from '@paspor-antrean/client';
import {
  type AntreanError,
  type Elsewhere,
  Refused,
  type Slot,
  type UnexpectedAnswer,
  type Unreachable,
} from '@paspor-antrean/client';
import { type TicketCheck, type TicketFault, verifyTicket } from '@paspor-antrean/client/ticket';
import { expectTypeOf } from 'vitest';

export const family = () => {
  expectTypeOf<Refused>().toExtend<AntreanError>();
  expectTypeOf<Unreachable>().toExtend<AntreanError>();
  expectTypeOf<UnexpectedAnswer>().toExtend<AntreanError>();
  expectTypeOf<AntreanError>().toExtend<Error>();
  expectTypeOf<Refused['code']>().toEqualTypeOf<ProblemCode>();
};

/** What a refusal has beside its code follows from the code. */
export const narrowed = (error: unknown) => {
  if (!(error instanceof Refused)) return;
  expectTypeOf(error.retryAfterSeconds).toEqualTypeOf<number | undefined>();
  expectTypeOf(error.fields[0]?.field).toEqualTypeOf<string | undefined>();
  // @ts-expect-error not every refusal has alternatives
  error.alternatives;
  if (error.code === 'SLOT_FULL') {
    expectTypeOf(error.alternatives).toEqualTypeOf<readonly Slot[]>();
    expectTypeOf(error.elsewhere).toEqualTypeOf<readonly Elsewhere[]>();
    expectTypeOf(error.nextReleaseAt).toEqualTypeOf<string | null>();
  }
  if (error.code === 'NIK_ALREADY_BOOKED') {
    expectTypeOf(error.help?.phone).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error a person with a booking has no alternatives
    error.alternatives;
  }
  // @ts-expect-error there is no such code
  if (error.code === 'SLOT_FUL') return;
};

/** And what is left is no refusal. */
export const sorted = (outcomes: (string | Refused)[]) => {
  expectTypeOf(outcomes.filter((outcome) => outcome instanceof Refused)).toEqualTypeOf<Refused[]>();
  for (const outcome of outcomes) if (!(outcome instanceof Refused)) expectTypeOf(outcome).toEqualTypeOf<string>();
};

export const ticket = async () => {
  const check = await verifyTicket('a.b.c', { keys: [] });
  expectTypeOf(check).toEqualTypeOf<TicketCheck>();
  if (check.valid) expectTypeOf(check.ticket.startsAt).toEqualTypeOf<Date>();
  else expectTypeOf(check.reason).toEqualTypeOf<TicketFault>();
  // @ts-expect-error a token that was refused may have said nothing
  check.ticket.officeNumber;
};
