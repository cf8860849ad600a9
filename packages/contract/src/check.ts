import * as v from 'valibot';
import { type FieldCode, fieldCodes } from './problem-codes.ts';
import { type SchemaName, schemas } from './schemas.ts';

/** Lists are counted before they are looked at: 64 KiB hold twenty thousand empty objects, each with five faults. */
const maxItems = 100;
const maxFields = 50;

export interface FieldFault {
  field: string;
  code: FieldCode;
}

const entriesOf = (name: SchemaName): object => ('entries' in schemas[name] ? schemas[name].entries : {});

/** Checks `value` against a schema: what it gives, or the names of the faulty fields and why, never a value. */
export const check = (
  name: SchemaName,
  value: unknown,
  whole: 'body' | 'query',
): { value: Record<string, unknown>; fields?: undefined } | { fields: FieldFault[] } => {
  const crowded = Object.entries(value ?? {}).find(([, list]) => Array.isArray(list) && list.length > maxItems);
  if (crowded && crowded[0] in entriesOf(name)) return { fields: [{ field: crowded[0], code: 'TOO_LARGE' }] };
  const result = v.safeParse(schemas[name], value);
  return result.success
    ? { value: result.output as Record<string, unknown> }
    : { fields: faultsOf(result.issues, whole) };
};

/** What is wrong with an answer, however long its lists are; nothing: the contract allows it. */
export const checkAnswer = (name: SchemaName, answer: unknown): FieldFault[] =>
  faultsOf(v.safeParse(schemas[name], answer).issues ?? [], 'body');

const faultsOf = (issues: readonly v.BaseIssue<unknown>[], whole: string): FieldFault[] => {
  const fields = new Map<string, FieldCode>();
  for (const issue of issues) {
    const { field, code } = fault(issue, whole);
    if (!fields.has(field) && fields.size < maxFields) fields.set(field, code);
  }
  return [...fields].map(([field, code]) => ({ field, code }));
};

const fault = (issue: v.BaseIssue<unknown>, whole: string): FieldFault => {
  const keys = issue.path?.map((step) => String(step.key)) ?? [];
  const last = issue.path?.at(-1);
  // A key that the schema does not know is reported at its parent: its name may be anything, a NIK for one.
  if (issue.kind === 'schema' && issue.type === 'strict_object' && issue.expected === 'never') {
    return { field: keys.slice(0, -1).join('.') || whole, code: 'UNKNOWN_FIELD' };
  }
  const missing = last?.origin === 'key' || (last && 'value' in last && last.value === undefined);
  const field = keys.join('.') || whole;
  if (missing) return { field, code: 'REQUIRED' };
  return {
    field,
    code: (fieldCodes as readonly string[]).includes(issue.message) ? (issue.message as FieldCode) : 'FORMAT',
  };
};
