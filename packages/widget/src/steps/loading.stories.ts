import type { Meta } from '@storybook/web-components-vite';
import { setNetwork } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Loading' };
export default meta;

export const Waiting: Story = {
  parameters: given({ before: (fake) => setNetwork(fake, 'never') }),
  play: by((applicant) => applicant.sees(applicant.t.common.loading)),
};

/** The link inside the tag shows: it leads to a page that needs no script. */
export const Busy: Story = {
  parameters: given({ before: (fake) => setNetwork(fake, 'busy') }),
  play: by((applicant) => applicant.find('heading', applicant.t.common.loadFailed)),
};

export const Offline: Story = {
  parameters: given({ before: (fake) => setNetwork(fake, 'offline') }),
  play: by((applicant) => applicant.find('heading', applicant.t.common.loadFailed)),
};

export const UnknownOffice: Story = {
  args: { office: 'atlantis' },
  play: by((applicant) => applicant.find('heading', applicant.t.common.loadFailed)),
};
