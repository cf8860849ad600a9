import { lookAtEveryState } from './accessibility.ts';

lookAtEveryState({ path: '/', width: 390, colorScheme: 'light' });
