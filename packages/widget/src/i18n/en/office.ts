import type { OfficeStrings } from '../strings.ts';

export const office: OfficeStrings = {
  heading: 'Choose an office',
  search: 'Search office or city',
  near: 'Use my location',
  nearHelp: 'Your location is rounded to about 11 km and not stored.',
  nearFailed: 'Your location is not available. Search by office or city name.',
  nearNote: 'Nearest first.',
  any: 'You may choose any office, whatever the address on your KTP.',
  kind: {
    kanim: 'Immigration office',
    ulp: 'Passport Service Unit (ULP)',
    ukk: 'Immigration Work Unit (UKK)',
    mpp: 'Public Service Mall (MPP)',
  },
  found: (count) => (count === 1 ? '1 office' : `${count} offices`),
  none: 'No office has that name. Try a city or province.',
  more: (count) => `Show ${count} more`,
  distance: (km) => `${km} km`,
};
