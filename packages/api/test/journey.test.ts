import { journeys } from './journeys.ts';
import { openTestOffice } from './test-office.ts';

journeys(openTestOffice);
