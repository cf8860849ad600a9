import { lookAtEveryState } from './accessibility.ts';

lookAtEveryState({ path: '/en.html', width: 1280, colorScheme: 'dark' });
