import type { View } from '../view.ts';
import { errorSummary } from './error-summary.ts';
import { faultNotice } from './fault-notice.ts';

/** Of the first steps: what was left out, and why the last call gave nothing. */
export const saidOfChoosing = (view: View): unknown => {
  const { state, t, screen } = view;
  const isMissing = state.step === 'service' && state.missing && !(state.service ?? screen.service);
  return [errorSummary(view, isMissing ? [{ id: 'service', text: t.service.chooseService }] : []), faultNotice(view)];
};
