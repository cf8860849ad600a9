import { alert, busy, type Scenes } from './scene.ts';

/** The people, the review, and what the server made of it. */
export const booking: Pick<Scenes, 'people' | 'review'> = {
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
        await stage.wire.refuse(...busy);
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
          await stage.wire.refuse(...busy);
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
          await wire.refuse(...busy);
          await booker.button(booker.t.review.checkAgain).waitFor();
        },
        async ({ booker }) => {
          await booker.press(booker.t.review.checkAgain);
          await booker.sees(booker.t.review.notBooked);
        },
      ],
    },
  },
};
