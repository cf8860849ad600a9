import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../booking-flow.ts';
import { repeatsIn } from '../repeats-in.ts';
import type { View } from '../view.ts';
import { notice } from './notice.ts';

/** What is true after a call that nobody answered, and no more than that. */
const unanswered = ({ t, state }: View, call: Fault['call']['name']): string => {
  switch (call) {
    case 'holdSlot':
      return t.common.nothingBooked;
    case 'readHold':
      return state.step === 'review' || (state.step === 'loading' && state.kept?.sent)
        ? t.review.unsure
        : t.common.offline;
    case 'bookHold':
      return t.review.unsure;
    case 'moveBooking':
    case 'cancelBooking':
    case 'cancelApplicant':
      return t.common.changeUnsure;
    default:
      return t.common.offline;
  }
};

const faultText = (view: View, { kind, problem, call }: Fault): string => {
  const { t } = view;
  if (kind === 'unknown' || !problem) return unanswered(view, call.name);
  // A newer API may know refusals that this build does not.
  const text = t.problems[problem.code] ?? t.problems.INTERNAL;
  const unasked = repeatsIn({ kind, problem, call });
  const seconds = unasked || problem.retryAfterSeconds;
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
