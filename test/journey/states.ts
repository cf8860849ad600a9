import { availability, booking } from '@paspor-antrean/contract/examples';
import type { person } from '../../packages/api/test/people.ts';
import type { At, Step } from '../../packages/widget/src/flow-state.ts';
import type { Booker } from './booker.ts';
import type { Site } from './site.ts';
import type { Wire } from './wire.ts';

export interface Stage {
  site: Site;
  booker: Booker;
  wire: Wire;
  /** Two people who booked nothing yet. */
  people: ReturnType<typeof person>[];
  /** The code of a booking that the two made at Bandung. */
  book(): Promise<string>;
}

/** Takes the page from where the last stop left it to the next state of the same step. */
type Stop = (stage: Stage) => Promise<unknown>;
/** The part of a step's state that is its own, read from the state machine's type. */
type Own<S extends Step> = Exclude<keyof At<S> & string, keyof At<'loading'>>;
/** Why there is nothing to look at. */
type Because = `because ${string}`;

interface Scene<Part extends string> {
  /** No office named: all offices, with the search. */
  anyOffice?: boolean;
  /** Before the page is opened. */
  before?: (wire: Wire) => Promise<unknown>;
  enter: Stop;
  stops: Record<Part, Stop | Stop[] | Because>;
}

const toManage: Stop = async ({ booker, people, book }) => {
  const code = await book();
  await booker.at(booker.t.office.heading);
  if (people[0]) await booker.lookUp(code, people[0]);
};

const toMove: Stop = async (stage) => {
  const { page, t } = stage.booker;
  await stage.booker.press(t.manage.move);
  await stage.booker.press(t.time.other);
  await stage.booker.otherDay();
  await page.getByRole('listitem').getByRole('button').first().click();
  await stage.booker.at(t.manage.moveHeading);
};

const alert = ({ booker }: Stage, text: string) => booker.page.getByRole('alert').filter({ hasText: text }).waitFor();
const busy = { retry: 'OVERLOADED', status: 503 } as const;

/**
 * Every state that the machine's type knows, and how a person gets there. A new step, or a new field of a step, does
 * not compile until it has an entry; each entry is looked at by axe.
 */
export const scenes: { [S in Step]: Scene<'pending' | 'fault' | Own<S>> } = {
  loading: {
    before: (wire) => wire.hang('offices'),
    enter: ({ booker }) => booker.sees(booker.t.common.loading),
    stops: {
      pending: 'because loading is always pending',
      fault: async ({ booker, wire }) => {
        await wire.refuse(busy.retry, busy.status);
        await booker.at(booker.t.common.loadFailed);
      },
    },
  },
  office: {
    anyOffice: true,
    enter: ({ booker }) => booker.at(booker.t.office.heading),
    stops: {
      fault: [
        async (stage) => {
          await stage.booker.press(stage.booker.t.office.near);
          await alert(stage, stage.booker.t.office.nearFailed);
        },
        async (stage) => {
          await stage.wire.refuseNext('offices/[a-z-]+', busy.retry, busy.status);
          await stage.booker.page.getByRole('listitem').getByRole('button').first().click();
          await alert(stage, stage.booker.t.problems.OVERLOADED);
        },
        async ({ booker }) => {
          await booker.page.getByRole('searchbox').fill('zzz');
          await booker.sees(booker.t.office.none);
        },
      ],
      pending: async ({ booker, wire }) => {
        await booker.page.getByRole('searchbox').fill('bandung');
        await wire.hang('offices/[a-z-]+');
        await booker.button(/Kantor Imigrasi Bandung/).click();
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
    },
  },
  service: {
    enter: async ({ booker }) => {
      await booker.press(/Kantor Imigrasi Bandung/);
      await booker.at(booker.t.service.heading);
    },
    stops: {
      pending: 'because choosing leads on before anything is asked',
      fault: [
        async (stage) => {
          await stage.booker.press(stage.booker.t.service.next);
          await alert(stage, stage.booker.t.service.chooseService);
        },
        async ({ booker, wire }) => {
          await booker.press(booker.t.common.back);
          await wire.changeNext('offices/bandung', { status: 'announced', notice: 'Layanan pindah ke lantai dua.' });
          await booker.press(/Kantor Imigrasi Bandung/);
          await booker.sees(booker.t.service.notOpen);
          await booker.page.getByText(booker.t.service.whoNeedNot).click();
        },
      ],
    },
  },
  time: {
    enter: ({ booker, people }) => booker.seekTime({ people }),
    stops: {
      fault: async (stage) => {
        const { slot } = booking;
        const more = { alternatives: [slot], nextReleaseAt: availability.nextReleaseAt };
        await stage.wire.refuseNext('holds', 'SLOT_FULL', 409, more);
        await stage.booker.press(stage.booker.t.time.take);
        await alert(stage, stage.booker.t.problems.SLOT_FULL);
        await stage.booker.sees(stage.booker.t.time.alternatives);
      },
      calendar: async ({ booker }) => {
        await booker.press(booker.t.time.other);
        await booker.page.getByRole('grid').waitFor();
        await booker.press(booker.t.time.nextMonth);
      },
      day: [
        async ({ booker }) => {
          await booker.press(booker.t.time.previousMonth);
          await booker.otherDay();
        },
        async ({ booker }) => {
          const shut = booker.page.getByRole('gridcell').getByRole('button', { disabled: true }).last();
          const on = (await shut.getAttribute('data-on')) ?? '';
          await shut.click({ force: true });
          await booker.page.getByRole('heading', { name: booker.t.time.hoursOf(booker.t.format.day(on)) }).waitFor();
        },
      ],
      pending: async ({ booker, wire }) => {
        await wire.hang('holds');
        await booker.press(booker.t.time.take);
        await booker.sees(booker.t.time.taking);
      },
      lost: async (stage) => {
        const { booker, wire } = stage;
        await wire.release();
        await booker.at(booker.t.people.heading);
        await wire.refuseNext('extend', 'HOLD_EXPIRED', 410);
        await booker.press(booker.t.common.holdExtend);
        await alert(stage, booker.t.time.expired);
        await booker.sees(booker.t.time.earliest);
      },
      availability: [
        async ({ booker, wire }) => {
          await booker.press(booker.t.common.change);
          await wire.hang('availability');
          await booker.press(booker.t.service.next);
          await booker.sees(booker.t.common.loading);
        },
        async ({ booker, wire }) => {
          await wire.release();
          await booker.press(booker.t.common.change);
          const elsewhere = [
            { officeId: 'cimahi', name: 'Kantor Imigrasi Contoh', distanceKm: 12.5, earliest: booking.slot },
          ];
          await wire.changeNext('availability', { earliest: null, elsewhere });
          await booker.press(booker.t.service.next);
          await booker.sees(booker.t.time.elsewhere);
        },
      ],
      moving: async (stage) => {
        const { booker } = stage;
        await booker.press(booker.t.common.back);
        await booker.press(booker.t.common.back);
        await toManage(stage);
        await booker.press(booker.t.manage.move);
        await booker.at(booker.t.time.moveHeading);
        await booker.sees(booker.t.time.earliest);
      },
    },
  },
  people: {
    enter: async ({ booker, people }) => {
      await booker.seekTime({ people });
      await booker.takeEarliest();
    },
    stops: {
      pending: async ({ booker, wire }) => {
        await wire.hang('extend');
        await booker.press(booker.t.common.holdExtend);
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
      fault: async (stage) => {
        await stage.wire.refuse(busy.retry, busy.status);
        await alert(stage, stage.booker.t.problems.OVERLOADED);
      },
      faults: [
        async (stage) => {
          await stage.booker.press(stage.booker.t.people.next);
          await alert(stage, stage.booker.t.common.errorTitle);
        },
        async (stage) => {
          const { booker, people } = stage;
          const { t } = booker;
          const child = { birthOn: '2018-06-01', passportType: 'electronic-10' as const };
          await booker.fillIn(people.map((one, at) => (at ? { ...one, ...child } : one)));
          await booker.page.getByRole('checkbox').uncheck();
          await booker.press(t.people.next);
          await alert(stage, t.people.fault('guardian', 'REQUIRED', 0));
          await booker.sees(t.people.disagrees);
          await booker.sees(t.people.tenYears);
        },
      ],
    },
  },
  review: {
    enter: ({ booker, people }) => booker.reachReview({ people }),
    stops: {
      pending: async ({ booker, wire }) => {
        await wire.hang('bookings');
        await booker.press(booker.t.review.confirm);
        await booker.sees(booker.t.review.confirming);
      },
      fault: [
        async (stage) => {
          await stage.wire.refuse(busy.retry, busy.status);
          await alert(stage, stage.booker.t.problems.OVERLOADED);
        },
        async (stage) => {
          const help = { name: 'Kantor Imigrasi Bandung', address: 'Jl. Surapati No. 82', phone: null };
          await stage.wire.refuseNext('bookings', 'NIK_ALREADY_BOOKED', 409, { help });
          await stage.booker.press(stage.booker.t.review.confirm);
          await alert(stage, stage.booker.t.problems.NIK_ALREADY_BOOKED);
        },
      ],
      outcome: [
        async ({ booker, wire }) => {
          await wire.refuseNext('bookings', 'INTERNAL', 500);
          await wire.hang('holds/[\\w-]+');
          await booker.press(booker.t.review.confirm);
          await booker.sees(booker.t.review.unsureChecking);
        },
        async ({ booker, wire }) => {
          await wire.refuse(busy.retry, busy.status);
          await booker.button(booker.t.review.checkAgain).waitFor();
        },
        async ({ booker }) => {
          await booker.press(booker.t.review.checkAgain);
          await booker.sees(booker.t.review.notBooked);
        },
      ],
    },
  },
  ticket: {
    enter: ({ booker, people }) => booker.book({ people }),
    stops: {
      booking: ({ booker }) => booker.page.getByText(booker.t.ticket.child).click(),
      pending: async ({ booker, wire }) => {
        await wire.hang('calendar.ics');
        await booker.press(booker.t.ticket.calendar);
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
      fault: async (stage) => {
        await stage.wire.refuse(busy.retry, busy.status);
        await alert(stage, stage.booker.t.problems.OVERLOADED);
      },
      news: async (stage) => {
        const { booker } = stage;
        await booker.press(booker.t.manage.open);
        await toMove(stage);
        await booker.press(booker.t.manage.moveNow);
        await booker.at(booker.t.ticket.movedHeading);
      },
    },
  },
  lookup: {
    anyOffice: true,
    enter: async ({ booker }) => {
      await booker.press(booker.t.manage.open);
      await booker.at(booker.t.manage.lookupHeading);
    },
    stops: {
      faults: async (stage) => {
        await stage.booker.press(stage.booker.t.manage.find);
        await alert(stage, stage.booker.t.common.errorTitle);
      },
      pending: async ({ booker, wire, people, book }) => {
        const code = await book();
        await wire.hang('lookups');
        if (people[0]) await booker.fillLookUp(code, people[0]);
        await booker.press(booker.t.manage.find);
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
      lookup: 'because what is typed stands in the fields already',
      fault: async (stage) => {
        await stage.wire.refuse('BOOKING_UNKNOWN', 404);
        await alert(stage, stage.booker.t.problems.BOOKING_UNKNOWN);
      },
      found: async ({ booker, wire }) => {
        await wire.hang('offices/bandung');
        const answer = booker.answer(/\/lookups$/);
        await booker.press(booker.t.manage.find);
        await answer;
      },
    },
  },
  manage: {
    enter: toManage,
    stops: {
      asking: [
        async ({ booker, people }) => {
          const name = people[1]?.name ?? '';
          await booker.press(booker.t.manage.cancelOne(name));
          await booker.sees(booker.t.manage.askOne(name));
        },
        async ({ booker }) => {
          await booker.press(booker.t.manage.no);
          await booker.press(booker.t.manage.cancel);
          await booker.sees(booker.t.manage.ask);
        },
      ],
      pending: async ({ booker, wire }) => {
        await wire.hang('bookings/[\\w-]+');
        await booker.press(booker.t.manage.yes);
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
      fault: async (stage) => {
        await stage.wire.refuse(busy.retry, busy.status);
        await alert(stage, stage.booker.t.problems.OVERLOADED);
      },
      booking: [
        async ({ booker, wire, people }) => {
          await wire.changeNext('applicants/[\\w-]+', { movedReason: 'Libur setempat' });
          await booker.press(booker.t.manage.no);
          await booker.press(booker.t.manage.cancelOne(people[1]?.name ?? ''));
          await booker.press(booker.t.manage.yesOne);
          await booker.sees(booker.t.manage.status.cancelled);
        },
        async ({ booker }) => {
          await booker.press(booker.t.manage.cancel);
          await booker.press(booker.t.manage.yes);
          await booker.sees(booker.t.manage.cancelled);
        },
      ],
    },
  },
  move: {
    enter: async (stage) => {
      await toManage(stage);
      await toMove(stage);
    },
    stops: {
      booking: 'because both times show at once',
      slot: 'because both times show at once',
      pending: async ({ booker, wire }) => {
        await wire.hang('bookings/[\\w-]+');
        await booker.press(booker.t.manage.moveNow);
        await booker.page.getByRole('button', { disabled: true }).first().waitFor();
      },
      fault: async (stage) => {
        await stage.wire.refuse(busy.retry, busy.status);
        await alert(stage, stage.booker.t.problems.OVERLOADED);
      },
    },
  },
};
