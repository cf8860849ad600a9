import type { Scenes } from './scene.ts';
import { afterwards } from './scenes-afterwards.ts';
import { booking } from './scenes-of-booking.ts';
import { choosing } from './scenes-of-choosing.ts';

/**
 * Every state that the machine's type knows, and how a person gets there. A new step, or a new field of a step, does
 * not compile until it has an entry; each entry is looked at by axe.
 */
export const scenes: Scenes = { ...choosing, ...booking, ...afterwards };
