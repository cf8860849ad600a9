/** A valid value of each shape, as the contract gives them: `examples.office`, `examples.booking` … All made up. */
export * as examples from '@paspor-antrean/contract/examples';
export { createFakeClock, type FakeClock } from './testing/clock.ts';
export { createFakeAntrean, type FakeAntrean, type FakeOptions } from './testing/fake-antrean.ts';
export type { Fault } from './testing/faults.ts';
export { type FakeOffice, fakeOffice, fakeOffices } from './testing/offices.ts';
export { fakeDraft, fakePerson } from './testing/people.ts';
