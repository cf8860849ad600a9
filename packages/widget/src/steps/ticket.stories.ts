import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { family } from '../../stories/applicant.ts';
import { networks } from '../../stories/network.ts';
import { by, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Ticket' };
export default meta;

export const OnePerson: Story = {
  play: by(async (applicant) => {
    await applicant.book();
    await expect(applicant.fake.calls.filter((name) => name === 'bookHold')).toHaveLength(1);
  }),
};

export const Family: Story = {
  play: by(async (applicant) => {
    await applicant.book(family);
    await userEvent.click(await applicant.screen.findByText(applicant.t.ticket.child));
  }),
};

/** The booking was made, its answer lost; asked again it is that same booking. */
export const AfterALostAnswer: Story = {
  play: by(async (applicant) => {
    applicant.fake.fail('bookHold', { answerLost: true });
    await applicant.book();
  }),
};

export const Moved: Story = {
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.chooseMove();
    await applicant.press(applicant.t.manage.moveNow);
    await applicant.find('heading', applicant.t.ticket.movedHeading);
  }),
};

export const FetchingTheCalendar: Story = {
  play: by(async (applicant) => {
    await applicant.book();
    applicant.fake.fail('readCalendar', networks.never);
    await applicant.press(applicant.t.ticket.calendar);
    await applicant.isBusy();
  }),
};

export const CalendarRefused: Story = {
  play: by(async (applicant) => {
    await applicant.book();
    applicant.fake.fail('readCalendar', networks.busy);
    await applicant.press(applicant.t.ticket.calendar);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
  }),
};

export const CalendarUnanswered: Story = {
  play: by(async (applicant) => {
    await applicant.book();
    applicant.fake.fail('readCalendar', networks.offline, Infinity);
    await applicant.press(applicant.t.ticket.calendar);
    await applicant.isWarned(applicant.t.common.offline);
  }),
};
