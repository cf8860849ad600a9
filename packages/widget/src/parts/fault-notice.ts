import { html, nothing, type TemplateResult } from 'lit/html.js';
import { chapters } from '../chapters/library.ts';
import type { Fault } from '../flow-state.ts';
import type { View } from '../view.ts';
import { notice } from './notice.ts';

const canRepeat = ({ kind, problem }: Fault) =>
  kind === 'unknown' || problem?.code === 'OVERLOADED' || problem?.code === 'INTERNAL';

/** The last call's refusal or silence, with a button where repeating it can help. */
export const faultNotice = (view: View, more: unknown = nothing): TemplateResult | typeof nothing => {
  const { fault } = view.state;
  if (!fault) return nothing;
  const retry = canRepeat(fault)
    ? html`<button type="button" class="button quiet" @click=${() => view.send({ type: 'retry' })}>${view.t.common.retry}</button>`
    : nothing;
  // Where not even the chapter came that can say more, there is no connection.
  const text = chapters.find(({ faultText }) => faultText)?.faultText?.(view, fault) ?? view.t.common.offline;
  return html`<div tabindex="-1" data-attempt>${notice('error', text, [more, retry], true)}</div>`;
};
