import type { Meta } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { family } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/People' };
export default meta;

export const Empty: Story = { play: by((applicant) => applicant.holdEarliest()) };

export const Family: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest(family);
    await applicant.fillIn(family);
  }),
};

export const NothingFilledIn: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest(family);
    await applicant.press(applicant.t.people.next);
    await applicant.isWarned(applicant.t.common.errorTitle);
  }),
};

/** Warnings never stop anyone; the consent for a child does. */
export const YearOfTwoDigits: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.fillIn();
    await applicant.fillDate('90-05-12');
    await applicant.press(applicant.t.people.next);
    await applicant.sees(applicant.t.people.fault('birthOn', 'TOO_SMALL', 16));
  }),
};

export const WarningsAndConsent: Story = {
  play: by(async (applicant) => {
    const { people } = applicant.t;
    const child = { birthOn: '2018-06-01', passportType: 'electronic-10' as const };
    const two = family.slice(0, 2).map((one, at) => (at ? { ...one, ...child } : one));
    await applicant.holdEarliest(two);
    await applicant.fillIn(two);
    await userEvent.click(await applicant.find('checkbox', people.guardian));
    await applicant.press(people.next);
    await applicant.isWarned(people.fault('guardian', 'REQUIRED', 0));
    await applicant.sees(people.disagrees);
    await applicant.sees(people.tenYears);
  }),
};

/** What the API found lands beside the field, as what the form found. */
export const RefusedByTheApi: Story = {
  play: by(async (applicant) => {
    const fields = [{ field: 'applicants.0.name', code: 'FORMAT' as const }];
    applicant.fake.fail('bookHold', { code: 'INVALID_INPUT', fields });
    await applicant.reachReview();
    await applicant.press(applicant.t.review.confirm);
    await applicant.at('people');
    await applicant.isWarned(applicant.t.people.fault('name', 'FORMAT', 0));
  }),
};

export const TwoMinutesLeft: Story = {
  parameters: given({ offices: (all) => all.map((office) => ({ ...office, holdMinutes: 2 })) }),
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.sees(/^[01]:\d\d$|2:00/);
  }),
};

export const Extended: Story = {
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.press(applicant.t.common.holdExtend);
    await applicant.sees(applicant.t.common.holdExtended);
  }),
};

export const Extending: Story = {
  parameters: given({ before: (fake) => fake.fail('extendHold', networks.never) }),
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.press(applicant.t.common.holdExtend);
    await applicant.isBusy();
  }),
};

export const ExtensionRefused: Story = {
  parameters: given({ before: (fake) => fake.fail('extendHold', networks.busy) }),
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.press(applicant.t.common.holdExtend);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
    // Nothing was used up.
    await applicant.find('button', applicant.t.common.holdExtend);
  }),
};

export const ExtensionUnanswered: Story = {
  parameters: given({ before: (fake) => fake.fail('extendHold', networks.offline) }),
  play: by(async (applicant) => {
    await applicant.holdEarliest();
    await applicant.press(applicant.t.common.holdExtend);
    await applicant.isWarned(applicant.t.common.offline);
  }),
};
