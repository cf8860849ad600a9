import type { TemplateResult } from 'lit';
import type { View } from '../view.ts';
import { loading } from './loading.ts';
import { lookup } from './lookup.ts';
import { manage } from './manage.ts';
import { move } from './move.ts';
import { office } from './office.ts';
import { people } from './people.ts';
import { review } from './review.ts';
import { service } from './service.ts';
import { ticket } from './ticket.ts';
import { time } from './time.ts';

const steps = { loading, office, service, time, people, review, ticket, lookup, manage, move };

/** The template of the step that the flow is at. */
export const stepTemplate = (view: View): TemplateResult => {
  const step = steps[view.state.step] as (view: View) => TemplateResult;
  return step(view);
};
