/** 09:00 on Monday 23 November 2026 in Bandung. */
export const monday = new Date('2026-11-23T02:00:00Z');

/**
 * What a database of one's own begins with: nothing but its tables, or all demo offices with the slots that are open
 * by the clock on the wall (`today`) or on that Monday (`monday`).
 */
export const contents = ['tables', 'today', 'monday'] as const;
export type Content = (typeof contents)[number];

export const templateOf = (content: Content): string => `template_${content}`;
