import type { Meta } from '@storybook/web-components-vite';
import { networks } from '../../stories/network.ts';
import { by, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Lookup', args: { office: '' } };
export default meta;

export const Empty: Story = { play: by((applicant) => applicant.openLookup()) };

/** In an element with one office nobody is asked which. */
export const OneOffice: Story = { args: { office: 'bandung' }, play: by((applicant) => applicant.openLookup()) };

export const NothingFilledIn: Story = {
  play: by(async (applicant) => {
    await applicant.openLookup();
    await applicant.press(applicant.t.manage.find);
    await applicant.isWarned(applicant.t.common.errorTitle);
  }),
};

export const Searching: Story = {
  play: by(async (applicant) => {
    applicant.fake.fail('lookUpBooking', networks.never);
    await applicant.openLookup();
    await applicant.fillLookup('7K3M D9QA');
    await applicant.press(applicant.t.manage.find);
    await applicant.sees(applicant.t.manage.finding);
  }),
};

export const NotFound: Story = {
  play: by(async (applicant) => {
    await applicant.openLookup();
    await applicant.fillLookup('7K3M D9QA');
    await applicant.press(applicant.t.manage.find);
    await applicant.isWarned(applicant.t.problems.BOOKING_UNKNOWN);
  }),
};

export const TriedTooOften: Story = {
  play: by(async (applicant) => {
    applicant.fake.fail('lookUpBooking', { code: 'RATE_LIMITED', retryAfterSeconds: 1800 });
    await applicant.openLookup();
    await applicant.fillLookup('7K3M D9QA');
    await applicant.press(applicant.t.manage.find);
    await applicant.isWarned(applicant.t.problems.RATE_LIMITED);
  }),
};

/** The booking is there; its office is still being read. */
export const Found: Story = {
  play: by(async (applicant) => {
    const { code } = await applicant.booked();
    applicant.fake.fail('readOffice', networks.never);
    await applicant.openLookup();
    await applicant.fillLookup(code);
    await applicant.press(applicant.t.manage.find);
    await applicant.asked('lookUpBooking', 'readOffice');
  }),
};

export const Offline: Story = {
  play: by(async (applicant) => {
    applicant.fake.fail('lookUpBooking', networks.offline);
    await applicant.openLookup();
    await applicant.fillLookup('7K3M D9QA');
    await applicant.press(applicant.t.manage.find);
    await applicant.isWarned(applicant.t.common.offline);
  }),
};
