import { describe } from 'vitest';
import { openEdgeOffice } from './edge-office.ts';
import { journeys } from './journeys.ts';

describe('in workerd, through the pool of its platform', () => journeys(() => openEdgeOffice('hyperdrive')));

describe('in workerd, over a socket of its own', () => journeys(() => openEdgeOffice('direct')));
