import type { Meta } from '@storybook/web-components-vite';
import type { Applicant } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Move' };
export default meta;

const toMove = async (applicant: Applicant) => {
  await applicant.manage();
  await applicant.chooseMove();
};

export const BothTimes: Story = { play: by(toMove) };

export const Moving: Story = {
  parameters: given({ before: (fake) => fake.fail('moveBooking', networks.never) }),
  play: by(async (applicant) => {
    await toMove(applicant);
    await applicant.press(applicant.t.manage.moveNow);
    await applicant.isBusy();
  }),
};

export const Busy: Story = {
  parameters: given({ before: (fake) => fake.fail('moveBooking', networks.busy) }),
  play: by(async (applicant) => {
    await toMove(applicant);
    await applicant.press(applicant.t.manage.moveNow);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
  }),
};

export const Unanswered: Story = {
  parameters: given({ before: (fake) => fake.fail('moveBooking', networks.offline, Infinity) }),
  play: by(async (applicant) => {
    await toMove(applicant);
    await applicant.press(applicant.t.manage.moveNow);
    await applicant.isWarned(applicant.t.common.changeUnsure);
  }),
};
