import type { Meta } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Service' };
export default meta;

export const Question: Story = { play: by((applicant) => applicant.seekService()) };

export const NothingChosen: Story = {
  play: by(async (applicant) => {
    await applicant.seekService();
    await applicant.press(applicant.t.service.next);
    await applicant.isWarned(applicant.t.service.chooseService);
  }),
};

export const FamilyOfFive: Story = {
  play: by(async (applicant) => {
    const { service } = applicant.t;
    await applicant.seekService();
    await userEvent.click(await applicant.find('radio', new RegExp(service.renewal)));
    for (let n = 1; n < 5; n++) await applicant.press(service.more);
  }),
};

export const WhoNeedNot: Story = {
  play: by(async (applicant) => {
    await applicant.seekService();
    await userEvent.click(await applicant.screen.findByText(applicant.t.service.whoNeedNot));
    await applicant.sees(applicant.t.service.lost);
  }),
};

export const OfficeNotice: Story = {
  parameters: given({
    offices: (all) => all.map((office) => ({ ...office, notice: 'Senin, 30 November, layanan pindah ke lantai dua.' })),
  }),
  play: by((applicant) => applicant.seekService()),
};

export const NotOpenYet: Story = {
  parameters: given({ offices: (all) => all.map((office) => ({ ...office, status: 'announced' })) }),
  play: by(async (applicant) => {
    await applicant.seekService();
    await applicant.sees(applicant.t.service.notOpen);
  }),
};
