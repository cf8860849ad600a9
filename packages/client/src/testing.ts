export { createFakeClock, type FakeClock } from './testing/clock.ts';
export { createFakeAntrean, type FakeAntrean, type FakeOptions } from './testing/fake-antrean.ts';
export type { Fault } from './testing/faults.ts';
export { type FakeOffice, fakeOffice, fakeOffices } from './testing/offices.ts';
