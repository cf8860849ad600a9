import { check, type SchemaName } from '@paspor-antrean/contract';
import { Refusal } from '../refusal.ts';

const maxBodyBytes = 64 * 1024;

/** Checks `value` against a schema; refuses with the names of fields and why, never a value. */
export const checked = (name: SchemaName, value: unknown, whole: 'body' | 'query'): Record<string, unknown> => {
  const result = check(name, value, whole);
  if (result.fields) throw new Refusal('INVALID_INPUT', { fields: result.fields });
  return result.value;
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
  let value: unknown;
  try {
    value = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(
        await (length >= 0 ? request.arrayBuffer() : readCapped(request)),
      ),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  // A list would pass for an object all of whose fields may be missing.
  if (value === undefined || Array.isArray(value))
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'body', code: 'FORMAT' }] });
  return value;
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
