import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { Applicant } from './applicant.ts';
import { networks } from './network.ts';
import type { Stage } from './stage.ts';
import { by } from './story.ts';

/** Writes down what the host page hears, below the widget. */
const write = (event: Event): void => {
  const said = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const line = document.createElement('li');
  line.append(
    Object.assign(document.createElement('code'), { textContent: event.type }),
    ` ${said.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')}`,
  );
  (event.currentTarget as HTMLElement).querySelector('.heard')?.append(line);
};

const heard = ({ element }: Applicant) =>
  [...(element.parentElement?.querySelectorAll('.heard code') ?? [])].map(({ textContent }) => textContent);

const meta: Meta = {
  title: 'Events/Heard by the page',
  render: (_, { loaded, globals }) => html`<div
    @antrean-ready=${write} @antrean-step=${write} @antrean-held=${write} @antrean-booked=${write}
    @antrean-cancelled=${write} @antrean-failed=${write}>
    <paspor-antrean office="bandung" api=${(loaded.stage as Stage).api} lang=${globals.locale}></paspor-antrean>
    <ol class="heard" aria-label="Events"></ol>
  </div>`,
};
export default meta;

export const Booking: StoryObj = {
  play: by(async (applicant) => {
    await applicant.book();
    const journey = ['ready', 'step', 'step', 'step', 'held', 'step', 'step', 'booked'];
    await expect(heard(applicant)).toEqual(journey.map((name) => `antrean-${name}`));
  }),
};

export const Cancelling: StoryObj = {
  play: by(async (applicant) => {
    await applicant.manage();
    await applicant.press(applicant.t.manage.cancel);
    await applicant.press(applicant.t.manage.yes);
    await applicant.sees(applicant.t.manage.cancelled);
    await expect(heard(applicant)).toContain('antrean-cancelled');
  }),
};

export const Failing: StoryObj = {
  play: by(async (applicant) => {
    applicant.fake.fail('readAvailability', networks.busy);
    await applicant.askForTimes();
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
    await expect(heard(applicant).at(-1)).toBe('antrean-failed');
  }),
};
