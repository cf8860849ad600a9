import { nothing } from 'lit/html.js';
import { chapters } from '../chapters/library.ts';
import type { View } from '../view.ts';
import { button } from './button.ts';
import { notice, outcome } from './notice.ts';

/** What has to be said above a first step. Where even the chapter that says it did not come, there is no connection. */
export const said = (view: View): unknown => {
  const say = chapters.find((chapter) => chapter.said)?.said;
  if (say) return say(view);
  const { common } = view.t;
  return view.state.fault
    ? outcome(notice('error', common.offline, button(view, common.retry, { type: 'retry' }), true))
    : nothing;
};
