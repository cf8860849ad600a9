import type { Meta } from '@storybook/web-components-vite';
import { family } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Review' };
export default meta;

export const OnePerson: Story = { play: by((applicant) => applicant.reachReview()) };

export const Family: Story = { play: by((applicant) => applicant.reachReview(family)) };

export const Confirming: Story = {
  play: by(async (applicant) => {
    await applicant.reachReview();
    applicant.fake.fail('bookHold', networks.never);
    await applicant.press(applicant.t.review.confirm);
    await applicant.sees(applicant.t.review.confirming);
  }),
};

export const Busy: Story = {
  play: by(async (applicant) => {
    await applicant.reachReview();
    applicant.fake.fail('bookHold', networks.busy);
    await applicant.press(applicant.t.review.confirm);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
  }),
};

export const AlreadyBooked: Story = {
  play: by(async (applicant) => {
    await applicant.booked();
    await applicant.reachReview();
    await applicant.press(applicant.t.review.confirm);
    await applicant.isWarned(applicant.t.problems.NIK_ALREADY_BOOKED);
  }),
};

/** The answer was lost: nobody may book again until it is known what became of it. */
export const Checking: Story = {
  play: by(async (applicant) => {
    await applicant.reachReview();
    applicant.fake.fail('bookHold', { code: 'INTERNAL' }, 3);
    applicant.fake.fail('readHold', networks.never);
    await applicant.press(applicant.t.review.confirm);
    await applicant.sees(applicant.t.review.unsureChecking);
  }),
};

export const StillUnknown: Story = {
  play: by(async (applicant) => {
    await applicant.reachReview();
    applicant.fake.fail('bookHold', { code: 'INTERNAL' }, 3);
    applicant.fake.fail('readHold', networks.busy);
    await applicant.press(applicant.t.review.confirm);
    await applicant.find('button', applicant.t.review.checkAgain);
  }),
};

export const NothingWasBooked: Story = {
  play: by(async (applicant) => {
    await applicant.reachReview();
    applicant.fake.fail('bookHold', { code: 'INTERNAL' }, 3);
    await applicant.press(applicant.t.review.confirm);
    await applicant.sees(applicant.t.review.notBooked);
  }),
};
