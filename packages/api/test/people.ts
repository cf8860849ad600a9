export { fakeDraft as draft, fakePerson as person } from '@paspor-antrean/client/testing';
