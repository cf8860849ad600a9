import { afterAll } from 'vitest';
import { type EdgeOffice, openEdgeOffice } from '../../packages/api/test/edge-office.ts';
import { keepsTheContract } from './suite.ts';

let office: EdgeOffice | undefined;
afterAll(() => office?.close());

keepsTheContract(async () => {
  office = await openEdgeOffice('hyperdrive');
  return office;
});
