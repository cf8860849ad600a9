import type { CSSResult } from 'lit';
import { base } from './base.ts';
import { calendar } from './calendar.ts';
import { controls } from './controls.ts';
import { pass } from './pass.ts';
import { surfaces } from './surfaces.ts';
import { theme } from './theme.ts';

/** Adopted sheets only: under a strict `style-src` nothing else may style. */
export const styles: CSSResult[] = [theme, base, controls, surfaces, calendar, pass];
