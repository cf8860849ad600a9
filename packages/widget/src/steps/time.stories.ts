import type { FakeAntrean } from '@paspor-antrean/client/testing';
import type { Meta } from '@storybook/web-components-vite';
import { family } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Time' };
export default meta;

const everywhere = ['bandung', 'bandung-soekarno-hatta', 'palembang', 'malang', 'merauke'];
const fillEvery = (fake: FakeAntrean) => {
  for (const office of everywhere) fake.fill(office);
};

export const Earliest: Story = { play: by((applicant) => applicant.seekTime()) };

export const Loading: Story = {
  parameters: given({ before: (fake) => fake.fail('readAvailability', networks.never) }),
  play: by(async (applicant) => {
    await applicant.askForTimes();
    await applicant.sees(applicant.t.common.loading);
  }),
};

export const Calendar: Story = {
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.press(applicant.t.time.other);
    await applicant.find('grid', /./);
  }),
};

/** The same months as a list: a day with its hours open, and each day without room with its reason. */
export const List: Story = {
  play: by(async (applicant) => {
    await applicant.seekTime(family);
    await applicant.listTimes('2026-12');
    await applicant.pickDay('2026-12-02');
    await applicant.sees(applicant.t.time.holiday('Kelahiran Yesus Kristus'));
  }),
};

export const TakingFromTheList: Story = {
  parameters: given({ before: (fake) => fake.fail('holdSlot', networks.never) }),
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.listTimes('2026-12');
    await applicant.pickDay('2026-12-02');
    await applicant.press(/^09/);
    await applicant.isBusy();
  }),
};

export const HoursOfADay: Story = {
  parameters: given({ before: (fake) => fake.fill('bandung', '2026-12-02T09:00', 2) }),
  play: by(async (applicant) => {
    await applicant.seekTime(family);
    await applicant.press(applicant.t.time.other);
    await applicant.showMonth('2026-12');
    await applicant.pickDay('2026-12-02');
    await applicant.find('heading', applicant.t.time.hoursOf(applicant.t.format.day('2026-12-02')));
  }),
};

export const Holiday: Story = {
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.press(applicant.t.time.other);
    await applicant.showMonth('2026-12');
    await applicant.pickDay('2026-12-25');
    await applicant.sees(applicant.t.time.holiday('Kelahiran Yesus Kristus'));
  }),
};

export const FullDay: Story = {
  parameters: given({
    before: (fake) => {
      for (const hour of ['08', '09', '10', '11', '13', '14', '15']) fake.fill('bandung', `2026-12-02T${hour}:00`);
    },
  }),
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.press(applicant.t.time.other);
    await applicant.showMonth('2026-12');
    await applicant.pickDay('2026-12-02');
    await applicant.find('heading', applicant.t.time.hoursOf(applicant.t.format.day('2026-12-02')));
  }),
};

export const Taking: Story = {
  parameters: given({ before: (fake) => fake.fail('holdSlot', networks.never) }),
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.press(applicant.t.time.take);
    await applicant.sees(applicant.t.time.taking);
  }),
};

/** Someone was faster. */
export const SlotFull: Story = {
  play: by(async (applicant) => {
    await applicant.seekTime();
    applicant.fake.fill('bandung', '2026-11-23T10:00');
    await applicant.press(applicant.t.time.take);
    await applicant.isWarned(applicant.t.problems.SLOT_FULL);
    await applicant.sees(applicant.t.time.alternatives);
  }),
};

/** Never a dead end: the nearest offices with room, and when the next places open. */
export const FullOffice: Story = {
  parameters: given({ before: (fake) => fake.fill('bandung') }),
  play: by(async (applicant) => {
    await applicant.seekTime();
    await applicant.sees(applicant.t.time.elsewhere);
  }),
};

export const FullEverywhere: Story = {
  parameters: given({ before: fillEvery }),
  play: by((applicant) => applicant.seekTime()),
};

/** Nothing was asked for that could be half done. */
export const Offline: Story = {
  parameters: given({ before: (fake) => fake.fail('readAvailability', networks.offline, Infinity) }),
  play: by(async (applicant) => {
    await applicant.askForTimes();
    await applicant.isWarned(applicant.t.common.offline);
  }),
};

/** Seats may be held or not; that nothing was booked is certain. */
export const NoAnswerToTheHold: Story = {
  play: by(async (applicant) => {
    await applicant.seekTime();
    applicant.fake.fail('holdSlot', networks.offline, Infinity);
    await applicant.press(applicant.t.time.take);
    await applicant.isWarned(applicant.t.common.nothingBooked);
  }),
};

export const HoldLost: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    applicant.fake.clock.advance(600_000);
    await applicant.press(applicant.t.common.holdExtend);
    await applicant.isWarned(applicant.t.time.expired);
    await applicant.sees(applicant.t.time.earliest);
  }),
};

/** From the people's form and back, the place still held. */
export const StillHeld: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.press(applicant.t.common.back);
    await applicant.at('time');
    await applicant.find('button', applicant.t.common.holdResume);
  }),
};

export const Moving: Story = {
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.move);
    await applicant.find('heading', applicant.t.time.moveHeading);
    await applicant.sees(applicant.t.time.earliest);
  }),
};
