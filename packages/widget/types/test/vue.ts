import type {} from '@paspor-antrean/widget/vue';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['paspor-antrean']>['$props'];

export const props: Props = {
  office: 'bandung',
  service: 'renewal',
  slot: '2026-12-01T09:00',
  'onAntrean-booked': (event) => event.slot.slice(0, 10),
};
// @ts-expect-error there is no such service
export const service: Props = { service: 'umrah' };
// @ts-expect-error no event of ours has a name in it
export const who: Props = { 'onAntrean-booked': (event) => event.name };
