import type { Preview } from '@storybook/web-components-vite';

type Globals = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<Globals[string]['toolbar']>['icon'];

const choice = (title: string, icon: Icon, items: Record<string, string>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
    dynamicTitle: true,
  },
});

/** The switches above every story. */
export const globalTypes: Globals = {
  office: choice('Office', 'home', { one: 'One office', several: 'Two offices', all: 'All offices' }),
  locale: choice('Language', 'globe', { id: 'Bahasa Indonesia', en: 'English' }),
  theme: choice('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  network: choice('Network', 'transfer', {
    fast: 'Fast',
    slow: 'Slow: 3 s',
    never: 'No answer ever',
    offline: 'Offline',
    busy: '503 OVERLOADED',
  }),
  clock: choice('Clock', 'time', {
    '2026-11-23T09:00:00+07:00': 'Monday 09:00',
    '2026-11-27T17:30:00+07:00': 'Friday, closed',
    '2026-11-28T07:59:40+07:00': '20 s before the release',
    '2026-12-01T08:59:00+07:00': '1 min before a slot starts',
  }),
};

const width = (px: number, name: string) => ({
  name: `${px} px, ${name}`,
  styles: { width: `${px}px`, height: '100%' },
});

export const viewports = { w320: width(320, 'the narrowest'), w390: width(390, 'phone'), w1280: width(1280, 'desk') };
