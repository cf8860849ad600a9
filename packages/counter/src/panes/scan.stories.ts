import type { Meta } from '@storybook/web-components-vite';
import { aDay, family, single, welcome } from '../../stories/desk.ts';
import { page, presented } from '../../stories/story.ts';

const meta: Meta = { title: 'Loket/Scan' };
export default meta;

export const Ready = page({}, (clerk) => clerk.focusesOn('#scan'));

export const Welcome = page(
  { verdict: welcome(single) },
  presented((clerk) => clerk.focusesOn('#nik')),
);

export const CardFits = page(
  { verdict: welcome(single), holders: [{ fits: ['A09-021'] }] },
  presented(
    (clerk) => clerk.enter('#nik', '9901011205900001'),
    (clerk) => clerk.focusesOn('#arrive'),
  ),
);

export const CardFitsNobody = page(
  { verdict: welcome(single), holders: [{ fits: [] }] },
  presented(
    (clerk) => clerk.enter('#nik', '9901011205900002'),
    (clerk) => clerk.sees(clerk.t.holder.nobodyNext),
    (clerk) => clerk.focusesOn('#nik'),
  ),
);

export const NikImpossible = page(
  { verdict: welcome(single), holders: [{ fault: 'NIK_LENGTH' }] },
  presented(
    (clerk) => clerk.enter('#nik', '99010112'),
    (clerk) => clerk.sees(clerk.t.nik.NIK_LENGTH),
  ),
);

export const Family = page({ verdict: welcome(family) }, presented());

export const FamilyOfWhomOneIsAway = page(
  { verdict: welcome(family), holders: [{ fits: ['A09-031'] }] },
  presented(
    (clerk) => clerk.enter('#nik', '9901011205900001'),
    (clerk) => clerk.sees(clerk.t.holder.seen),
    (clerk) => clerk.tick('.choice:last-of-type input'),
    (clerk) => clerk.sees(clerk.t.arrival.mark(2)),
  ),
);

const ticket = {
  bookingId: 'AZq1m3x8fUqL0pWn2Vb7HQ',
  officeNumber: 51,
  startsAt: new Date('2026-12-01T10:00:00+07:00'),
  expiresAt: new Date('2026-12-01T23:59:59+07:00'),
  version: 1,
};

export const NotOnTheList = page(
  { verdict: welcome(family, { visit: null, ticket, waitingFor: [], isListed: false }) },
  presented((clerk) => clerk.sees(clerk.t.arrival.markAll)),
);

export const NotOnTheListAndTheCardFits = page(
  {
    verdict: welcome(family, { visit: null, ticket, waitingFor: [], isListed: false }),
    holders: [{ fits: ['2'] }],
  },
  presented(
    (clerk) => clerk.enter('#nik', '9901011205900001'),
    (clerk) => clerk.sees(clerk.t.holder.place('2')),
    (clerk) => clerk.focusesOn('#arrive'),
  ),
);

export const MarkedAsArrived = page(
  { verdict: welcome(family) },
  presented(
    (clerk) => clerk.tick('#arrive'),
    (clerk) => clerk.sees(clerk.t.arrival.done),
    (clerk) => clerk.focusesOn('#scan'),
  ),
);

export const MarkedWithoutNetwork = page(
  { verdict: welcome(single), state: { online: false, unsent: 1 } },
  presented(
    (clerk) => clerk.tick('#arrive'),
    (clerk) => clerk.sees(clerk.t.arrival.kept),
  ),
);

export const ArrivedBefore = page(
  {
    verdict: {
      kind: 'arrived',
      visit: aDay().visits[4] ?? single,
      at: new Date('2026-12-01T08:40:00+07:00'),
      isHere: false,
    },
  },
  presented((clerk) => clerk.sees(clerk.t.verdicts.arrived.next)),
);

export const Moved = page({ verdict: { kind: 'moved', movedTo: '2026-12-03T10:00' } }, presented());
export const Cancelled = page({ verdict: { kind: 'cancelled' } }, presented());
export const OtherOffice = page({ verdict: { kind: 'other-office', officeNumber: 24 } }, presented());
export const OtherDay = page(
  { verdict: { kind: 'other-day', startsAt: new Date('2026-11-30T13:00:00+07:00') } },
  presented(),
);
export const Forged = page({ verdict: { kind: 'forged' } }, presented());
export const Malformed = page({ verdict: { kind: 'malformed' } }, presented());
export const KeyUnknown = page({ verdict: { kind: 'unknown-key' } }, presented());
export const Unknown = page({ verdict: { kind: 'unknown' } }, presented());
export const Unreadable = page({ verdict: { kind: 'unreadable' } }, presented());
