import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../booking-flow.ts';
import type { Strings } from '../i18n/strings.ts';
import { bookingOf, isInDoubt } from '../kept.ts';
import { repeatsIn } from '../repeats-in.ts';
import type { View } from '../view.ts';
import { notice } from './notice.ts';

const isChange = ({ call }: Fault) => /^(move|cancel)/.test(call.name);

/** What is true after a call that nobody answered, and no more than that. */
const unanswered = (t: Strings, fault: Fault): string => {
  if (isChange(fault)) return t.common.changeUnsure;
  return fault.call.name === 'holdSlot' ? t.common.nothingBooked : t.common.offline;
};

const refusal = ({ t, state }: View, fault: Fault, problem: NonNullable<Fault['problem']>): string => {
  // A newer API may know refusals that this build does not.
  const text = t.problems[problem.code] ?? t.problems.INTERNAL;
  if (problem.code !== 'OVERLOADED') return text;
  if (isChange(fault)) return `${text} ${t.common.changeUnsure}`;
  return bookingOf(state) || state.step === 'lookup' ? text : `${text} ${t.common.nothingYet}`;
};

const faultText = (view: View, fault: Fault): string => {
  const { t, state } = view;
  const { problem } = fault;
  if (isInDoubt(state)) return t.review.unsure;
  if (!problem) return unanswered(t, fault);
  const unasked = repeatsIn(fault);
  const seconds = unasked || problem.retryAfterSeconds;
  const text = refusal(view, fault, problem);
  return seconds ? `${text} ${t.common.retryIn(seconds, unasked > 0)}` : text;
};

const canRepeat = ({ kind, problem }: Fault) =>
  kind === 'unknown' || problem?.code === 'OVERLOADED' || problem?.code === 'INTERNAL';

/** The last call's refusal or silence, with a button where repeating it can help. */
export const faultNotice = (view: View, more: unknown = nothing): TemplateResult | typeof nothing => {
  const { fault } = view.state;
  if (!fault) return nothing;
  const retry = canRepeat(fault)
    ? html`<button type="button" class="button quiet" @click=${() => view.send({ type: 'retry' })}>${view.t.common.retry}</button>`
    : nothing;
  return html`<div tabindex="-1" data-attempt>${notice('error', faultText(view, fault), [more, retry], true)}</div>`;
};
