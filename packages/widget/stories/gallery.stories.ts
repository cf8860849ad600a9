import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { Applicant } from './applicant.ts';
import './gallery.css';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

const meta: Meta = {
  title: 'Theming/Gallery',
  parameters: {
    layout: 'fullscreen',
    // Four sites on one page: their regions bear the same names, as they should.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
};
export default meta;

const offices = [
  ['bandung', 'Kantor Imigrasi Kelas I TPI', 'Bandung'],
  ['palembang', 'Kantor Imigrasi Kelas I TPI', 'Palembang'],
  ['malang', 'Kantor Imigrasi Kelas I TPI', 'Malang'],
  ['merauke', 'Kantor Imigrasi Kelas II TPI', 'Merauke'],
] as const;

/** How far someone got at each of them. */
const visits: Record<string, (applicant: Applicant) => Promise<unknown>> = {
  bandung: (applicant) => applicant.seekService(),
  palembang: (applicant) => applicant.seekTime(),
  malang: (applicant) => applicant.holdEarliest(),
  merauke: async (applicant) => {
    await applicant.seekTime();
    await applicant.press(applicant.t.time.other);
  },
};

/** Four sites, each with its own colours, corners and letters: a handful of custom properties on the tag. */
export const FourOffices: StoryObj = {
  render: (_, { loaded, globals }) => html`<div class="gallery">
    ${offices.map(
      ([id, kind, city]) => html`<section class="site ${id}" aria-label=${city}>
        <p class="masthead"><span>${kind}</span><strong>${city}</strong></p>
        <paspor-antrean office=${id} api=${(loaded.stage as Stage).api} lang=${globals.locale}></paspor-antrean>
      </section>`,
    )}
  </div>`,
  play: async ({ canvasElement, loaded, globals }) => {
    const t = words[globals.locale];
    if (!t) throw new Error('There are no words in this language');
    for (const element of canvasElement.querySelectorAll('paspor-antrean')) {
      await waitFor(() => element.shadowRoot?.querySelector('[part=antrean]') ?? Promise.reject());
      await visits[element.getAttribute('office') ?? '']?.(new Applicant(element, loaded.stage as Stage, t));
    }
  },
};

export const FourOfficesInTheDark: StoryObj = { ...FourOffices, globals: { theme: 'dark' } };

export const InEnglish: StoryObj = { ...FourOffices, globals: { locale: 'en' } };
