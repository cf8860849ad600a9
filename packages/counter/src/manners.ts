import type { PageEvent, PageState } from './page-state.ts';
import { type Tone, tones } from './parts/verdict-panel.ts';

const answer = (tone: Tone): 'yes' | 'no' => (tone === 'yes' ? 'yes' : 'no');

/** Which sound an event makes. What is no clear yes sounds like a no: someone has to look. */
export const soundAfter = (event: PageEvent): 'yes' | 'no' | undefined => {
  switch (event.type) {
    case 'judged':
      return answer(tones[event.verdict.kind]);
    case 'held':
      return 'fits' in event.holder && event.holder.fits.length > 0 ? 'yes' : 'no';
    case 'arrived':
    case 'admitted':
      return 'yes';
    case 'failed':
      return 'no';
    default:
      return undefined;
  }
};

/** Where the keyboard goes on after an event; undefined: it stays. */
export const focusAfter = (event: PageEvent, { reception }: PageState): string | undefined => {
  switch (event.type) {
    case 'judged': {
      const { verdict } = event;
      if (verdict.kind !== 'welcome') return '#scan';
      return verdict.ticket || verdict.visit?.holders ? '#nik' : '#arrive';
    }
    case 'held': {
      const isKnown = 'fits' in event.holder && event.holder.fits.length > 0;
      const isEveryoneSeen = reception?.here.every((queueCode) => reception.seen.includes(queueCode));
      return isKnown && isEveryoneSeen ? '#arrive' : '#nik';
    }
    case 'arrived':
    case 'cleared':
      return '#scan';
    case 'opened':
      return event.tab === 'scan' ? '#scan' : undefined;
    default:
      return undefined;
  }
};
