import { crashRounds } from './crash-rounds.ts';

crashRounds(3);
