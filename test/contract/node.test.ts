import { afterAll } from 'vitest';
import { openTestOffice, type TestOffice } from '../../packages/api/test/test-office.ts';
import { makeSmall } from './small-office.ts';
import { keepsTheContract } from './suite.ts';

let office: TestOffice | undefined;
afterAll(() => office?.close());

keepsTheContract(async () => {
  office = await openTestOffice({ OPEN_HOLD_SEATS_PER_CLIENT: '10000' });
  await makeSmall(office.sql);
  return office;
});
