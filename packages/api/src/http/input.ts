import { type FieldCode, fieldCodes, type SchemaName, schemas } from '@paspor-antrean/contract';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

const maxBodyBytes = 64 * 1024;

/** Lists are counted before they are looked at: 64 KiB hold twenty thousand empty objects, each with five faults. */
const maxItems = 100;

const entriesOf = (name: SchemaName): object => ('entries' in schemas[name] ? schemas[name].entries : {});

/** Checks `value` against a schema; refuses with the names of fields and why, never a value. */
export const checked = (name: SchemaName, value: unknown, whole: 'body' | 'query'): Record<string, unknown> => {
  const crowded = Object.entries(value ?? {}).find(([, list]) => Array.isArray(list) && list.length > maxItems);
  if (crowded && crowded[0] in entriesOf(name)) {
    throw new Refusal('INVALID_INPUT', { fields: [{ field: crowded[0], code: 'TOO_LARGE' }] });
  }
  const result = v.safeParse(schemas[name], value);
  if (result.success) return result.output as Record<string, unknown>;
  const fields = new Map<string, FieldCode>();
  for (const issue of result.issues) {
    const { field, code } = fault(issue, whole);
    if (!fields.has(field) && fields.size < 50) fields.set(field, code);
  }
  throw new Refusal('INVALID_INPUT', { fields: [...fields].map(([field, code]) => ({ field, code })) });
};

const fault = (issue: v.BaseIssue<unknown>, whole: string): { field: string; code: FieldCode } => {
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

/** The query string as an object; a name given twice is refused. */
export const readQuery = (url: URL): Record<string, string> => {
  const names = [...url.searchParams.keys()];
  if (new Set(names).size < names.length) {
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'query', code: 'DUPLICATE' }] });
  }
  // Not by assignment: a name like `__proto__` is a name like any other.
  return Object.fromEntries(url.searchParams);
};

export const readJson = async (request: Request): Promise<unknown> => {
  const type = request.headers.get('content-type') ?? '';
  const isEmpty = !Number(request.headers.get('content-length') ?? 0) && !request.headers.has('transfer-encoding');
  if (type === '' && isEmpty) throw new Refusal('INVALID_INPUT', { fields: [{ field: 'body', code: 'REQUIRED' }] });
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (length > maxBodyBytes) throw new Refusal('BODY_TOO_LARGE');
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(
        await (length >= 0 ? request.arrayBuffer() : readCapped(request)),
      ),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'body', code: 'FORMAT' }] });
  }
};

const readCapped = async (request: Request): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > maxBodyBytes) throw new Refusal('BODY_TOO_LARGE');
      parts.push(part);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
