import { createFormat } from '../format.ts';
import type { Strings } from '../strings.ts';
import { common } from './common.ts';
import { manage } from './manage.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { review } from './review.ts';
import { service } from './service.ts';
import { ticket } from './ticket.ts';
import { time } from './time.ts';

/** Javanese (krama), a draft: no native speaker has read it yet. */
export const jv: Strings = {
  lang: 'jv',
  format: createFormat(['jv', 'id'], '.', '.'),
  common,
  office,
  service,
  time,
  people,
  review,
  ticket,
  manage,
  problems,
};
