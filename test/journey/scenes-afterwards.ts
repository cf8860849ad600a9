import { alert, busy, type Scenes, toManage, toMove } from './scene.ts';

/** The ticket, and the later visit. */
export const afterwards: Pick<Scenes, 'ticket' | 'lookup' | 'manage' | 'move'> = {
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
        await stage.wire.refuse(...busy);
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
        await stage.wire.refuse(...busy);
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
        await stage.wire.refuse(...busy);
        await alert(stage, stage.booker.t.problems.OVERLOADED);
      },
    },
  },
};
