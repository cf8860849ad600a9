import type { TemplateResult } from 'lit/html.js';
import { chapters } from '../chapters/library.ts';
import type { View } from '../view.ts';

type Template = (view: View) => TemplateResult;

/** The template of the step that the flow is at. */
export const stepTemplate = (view: View): unknown =>
  chapters.map(({ steps }) => (steps[view.state.step] as Template | undefined)?.(view));
