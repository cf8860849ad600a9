import { createAntreanClient } from '@paspor-antrean/client/strict';
import { createFakeAntrean } from '@paspor-antrean/client/testing';
import { keepsTheContract } from './suite.ts';

keepsTheContract(async () => {
  const { fetch, clock } = createFakeAntrean({ heldSeatsMax: 10_000 });
  return {
    antrean: createAntreanClient({ baseUrl: 'http://antrean.test', retries: 0, fetch }),
    ask: (path, init) => fetch(`http://antrean.test${path}`, init),
    setClock: (wall) => clock.set(`${wall}+07:00`),
  };
});
