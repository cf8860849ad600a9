import type { Meta } from '@storybook/web-components-vite';
import { spyOn, userEvent } from 'storybook/test';
import { networks } from '../../stories/network.ts';
import { by, given, type Story } from '../../stories/story.ts';

const meta: Meta = { title: 'Steps/Office', args: { office: '' } };
export default meta;

const place = (answer: 'known' | 'refused') =>
  spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((found, failed) => {
    const coords = { latitude: -7.98, longitude: 112.63 } as GeolocationCoordinates;
    if (answer === 'known') found({ coords } as GeolocationPosition);
    else failed?.({ code: 1 } as GeolocationPositionError);
  });

export const All: Story = { play: by((applicant) => applicant.at('office')) };

/** As on the site of an office with a service unit. */
export const Two: Story = {
  args: { office: 'bandung bandung-soekarno-hatta' },
  play: by((applicant) => applicant.at('office')),
};

export const Found: Story = {
  play: by(async (applicant) => {
    await userEvent.type(await applicant.find('searchbox', applicant.t.office.search), 'jawa barat');
    await applicant.sees(applicant.t.office.found(2));
  }),
};

export const NothingFound: Story = {
  play: by(async (applicant) => {
    await userEvent.type(await applicant.find('searchbox', applicant.t.office.search), 'zzz');
    await applicant.sees(applicant.t.office.none);
  }),
};

export const Nearest: Story = {
  play: by(async (applicant) => {
    place('known');
    await applicant.press(applicant.t.office.near);
    await applicant.sees(applicant.t.office.nearNote);
  }),
};

export const PlaceUnknown: Story = {
  play: by(async (applicant) => {
    place('refused');
    await applicant.press(applicant.t.office.near);
    await applicant.isWarned(applicant.t.office.nearFailed);
  }),
};

export const Opening: Story = {
  parameters: given({ before: (fake) => fake.fail('readOffice', networks.never) }),
  play: by(async (applicant) => {
    await applicant.press(/Kantor Imigrasi Bandung/);
    await applicant.isBusy();
  }),
};

export const Busy: Story = {
  parameters: given({ before: (fake) => fake.fail('readOffice', networks.busy) }),
  play: by(async (applicant) => {
    await applicant.press(/Kantor Imigrasi Bandung/);
    await applicant.isWarned(applicant.t.problems.OVERLOADED);
  }),
};

export const Offline: Story = {
  parameters: given({ before: (fake) => fake.fail('readOffice', networks.offline, Infinity) }),
  play: by(async (applicant) => {
    await applicant.press(/Kantor Imigrasi Bandung/);
    await applicant.isWarned(applicant.t.common.offline);
  }),
};
