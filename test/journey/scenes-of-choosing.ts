import { availability, booking } from '@paspor-antrean/contract/examples';
import { alert, busy, type Scenes, toManage } from './scene.ts';

/** Office, service and time. */
export const choosing: Pick<Scenes, 'loading' | 'office' | 'service' | 'time'> = {
  loading: {
    before: (wire) => wire.hang('offices'),
    enter: ({ booker }) => booker.sees(booker.t.common.loading),
    stops: {
      pending: 'because loading is always pending',
      fault: async ({ booker, wire }) => {
        await wire.refuse(...busy);
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
          await stage.wire.refuseNext('offices/[a-z-]+', ...busy);
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
      missing: async (stage) => {
        await stage.booker.press(stage.booker.t.service.next);
        await alert(stage, stage.booker.t.service.chooseService);
      },
      fault: async ({ booker, wire }) => {
        await booker.press(booker.t.common.back);
        await wire.changeNext('offices/bandung', { status: 'announced', notice: 'Layanan pindah ke lantai dua.' });
        await booker.press(/Kantor Imigrasi Bandung/);
        await booker.sees(booker.t.service.notOpen);
        await booker.page.getByText(booker.t.service.whoNeedNot).click();
      },
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
      calendar: [
        async ({ booker }) => {
          await booker.press(booker.t.time.other);
          await booker.press(booker.t.time.asList);
          await booker.page.locator('summary').first().click();
          await booker.page.locator('details[open]').waitFor();
        },
        async ({ booker }) => {
          await booker.press(booker.t.time.asCalendar);
          await booker.page.getByRole('grid').waitFor();
          await booker.press(booker.t.time.nextMonth);
        },
      ],
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
};
