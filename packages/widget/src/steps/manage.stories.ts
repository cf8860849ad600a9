import type { Meta } from '@storybook/web-components-vite';
import { family } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Manage' };
export default meta;

export const OnePerson: Story = { play: by((applicant) => applicant.manage()) };

export const Family: Story = { play: by((applicant) => applicant.manage(family)) };

export const AskingAboutAll: Story = {
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.sees(applicant.t.manage.ask);
  }),
};

export const AskingAboutOne: Story = {
  play: by(async (applicant) => {
    await applicant.manage(family);
    await applicant.press(applicant.t.manage.cancelOne('Siti Contoh'));
    await applicant.sees(applicant.t.manage.askOne('Siti Contoh'));
  }),
};

export const Cancelling: Story = {
  parameters: given({ before: (fake) => fake.fail('cancelBooking', networks.never) }),
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.press(applicant.t.manage.yes);
    await applicant.isBusy();
  }),
};

export const CancellationRefused: Story = {
  parameters: given({ before: (fake) => fake.fail('cancelBooking', networks.busy) }),
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.press(applicant.t.manage.yes);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
  }),
};

export const OneCancelled: Story = {
  play: by(async (applicant) => {
    await applicant.manage(family);
    await applicant.press(applicant.t.manage.cancelOne('Siti Contoh'));
    await applicant.press(applicant.t.manage.yesOne);
    await applicant.sees(new RegExp(applicant.t.manage.status.cancelled));
  }),
};

export const Cancelled: Story = {
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.press(applicant.t.manage.yes);
    await applicant.sees(applicant.t.manage.cancelled);
  }),
};

export const MovedByTheOffice: Story = {
  parameters: given({
    before: (fake) =>
      fake.fail('lookUpBooking', { change: (booking) => ({ ...booking, movedReason: 'libur setempat' }) }),
  }),
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.sees(applicant.t.manage.movedReason('libur setempat'));
  }),
};

export const Arrived: Story = {
  play: by(async (applicant) => {
    const { id, code } = await applicant.booked(family);
    applicant.fake.mark(id, 'arrived');
    await applicant.openLookup();
    await applicant.fillLookup(code);
    await applicant.press(applicant.t.manage.find);
    await applicant.at('manage');
  }),
};

export const NoMovesLeft: Story = {
  parameters: given({ offices: (all) => all.map((office) => ({ ...office, rescheduleLimit: 0 })) }),
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.sees(applicant.t.manage.noMoves);
  }),
};

/** It may be cancelled or not; repeating it is safe. */
export const CancellationUnanswered: Story = {
  parameters: given({ before: (fake) => fake.fail('cancelBooking', networks.offline, Infinity) }),
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.press(applicant.t.manage.yes);
    await applicant.isWarned(applicant.t.common.changeUnsure);
  }),
};
