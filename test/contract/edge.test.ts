import { afterAll } from 'vitest';
import { type EdgeOffice, openEdgeOffice } from '../../packages/api/test/edge-office.ts';
import { makeSmall } from './small-office.ts';
import { keepsTheContract } from './suite.ts';

let office: EdgeOffice | undefined;
afterAll(() => office?.close());

keepsTheContract(async () => {
  office = await openEdgeOffice('hyperdrive');
  await makeSmall(office.sql);
  return office;
});
