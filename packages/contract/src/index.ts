export { allEndpoints } from './all-endpoints.ts';
export { check, checkAnswer, type FieldFault } from './check.ts';
export { IdempotencyKey, isIdempotencyKey } from './hold.ts';
export { tags } from './operation.ts';
export { operations } from './operations.ts';
export { problemHelp } from './problem-help.ts';
export { BookingId, Day, OfficeId, QueueCode, SlotName } from './scalars.ts';
export { type SchemaName, type Schemas, schemas } from './schemas.ts';
export * from './wire.ts';
