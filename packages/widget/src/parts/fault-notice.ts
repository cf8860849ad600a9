import { nothing, type TemplateResult } from 'lit/html.js';
import type { Fault } from '../flow-state.ts';
import { repeatsIn } from '../repeats-in.ts';
import type { View } from '../view.ts';
import { button } from './button.ts';
import { notice, outcome } from './notice.ts';

/** What is true after a call that was refused or that nobody answered, and no more than that. */
const faultText = ({ t, state }: View, fault: Fault): string => {
  const { problem, call } = fault;
  const isChange = /^(move|cancel)/.test(call.name);
  if (state.step === 'loading' && state.kept?.sent) return t.review.unsure;
  if (!problem) {
    if (isChange) return t.common.changeUnsure;
    return call.name === 'holdSlot' ? t.common.nothingBooked : t.common.offline;
  }
  // A newer API may know refusals that this build does not.
  const words = [t.problems[problem.code] ?? t.problems.INTERNAL];
  if (problem.code === 'OVERLOADED') {
    if (isChange) words.push(t.common.changeUnsure);
    else if (!('booking' in state) && state.step !== 'lookup') words.push(t.common.nothingYet);
  }
  const unasked = repeatsIn(fault);
  const seconds = unasked || problem.retryAfterSeconds;
  if (seconds) words.push(t.common.retryIn(seconds, unasked > 0));
  return words.join(' ');
};

const canRepeat = ({ kind, problem }: Fault) =>
  kind === 'unknown' || problem?.code === 'OVERLOADED' || problem?.code === 'INTERNAL';

/** The last call's refusal or silence, with a button where repeating it can help. */
export const faultNotice = (view: View, more: unknown = nothing): TemplateResult | typeof nothing => {
  const { fault } = view.state;
  if (!fault) return nothing;
  const retry = canRepeat(fault) ? button(view, view.t.common.retry, { type: 'retry' }) : nothing;
  return outcome(notice('error', faultText(view, fault), [more, retry], true));
};
