import fc from 'fast-check';
import type { Schema, Spec } from './spec.ts';

/** A pattern that fast-check cannot turn into text, `\p{L}` for one: its examples must do. */
const matching = (pattern: string): fc.Arbitrary<string> | undefined => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return undefined;
  }
};

const texts = (schema: Schema): fc.Arbitrary<string> => {
  const { pattern, format, minLength = 0, maxLength = 200, examples = [] } = schema;
  const given = examples.length > 0 ? [fc.constantFrom(...(examples as string[]))] : [];
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  const made = pattern
    ? matching(pattern)?.filter((text) => text.length >= minLength && text.length <= maxLength)
    : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
  const real = format === 'date' ? [days.map((day) => day.toISOString().slice(0, 10))] : [];
  const all = [...given, ...real, ...(made ? [made] : [])];
  if (all.length === 0) throw new Error(`Nothing is known to match ${pattern}: give the schema examples`);
  return fc.oneof(...all);
};

/** Values that a schema of the document allows. */
export const valuesOf = (spec: Spec, found: Schema): fc.Arbitrary<unknown> => {
  const schema = spec.schemaOf(found);
  const { minimum, maximum, minItems, maxItems, items = {}, properties = {}, required = [] } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => valuesOf(spec, part)));
  switch (schema.type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'array':
      return fc.array(valuesOf(spec, items), { minLength: minItems, maxLength: maxItems, size: 'small' });
    case 'object': {
      const model = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, valuesOf(spec, part)]));
      return fc.record(model, { requiredKeys: required });
    }
    default:
      throw new Error(`Cannot make values of ${JSON.stringify(schema)}`);
  }
};

/** Anything at all, for where something else was due. */
const junk = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, '', '\0', '\ud800', '9'.repeat(5000), [], {}),
  fc.string({ unit: 'binary' }),
  fc.anything({ maxDepth: 2 }).filter((value) => value !== undefined),
);

/** Nearly right: one character more, less or other. */
const edited = (text: string, seed: unknown): string => {
  const dice = [...JSON.stringify(seed)].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0;
  const at = dice % (text.length + 1);
  const letter = '0-9 ZaT:.\u00e9'[dice % 10] ?? '';
  return text.slice(0, at) + (dice % 3 ? letter : '') + text.slice(at + (dice % 2));
};

/** A value with one place replaced, removed, edited, or given a field that nobody knows. */
export const broken = (value: unknown): fc.Arbitrary<unknown> => {
  const places: (string | number)[][] = [];
  const walk = (node: unknown, path: (string | number)[]) => {
    places.push(path);
    if (Array.isArray(node)) node.forEach((part, at) => void walk(part, [...path, at]));
    else if (typeof node === 'object' && node)
      for (const [key, part] of Object.entries(node)) walk(part, [...path, key]);
  };
  walk(value, []);
  const change = fc.record({
    path: fc.constantFrom(...places),
    how: fc.constantFrom('replace', 'remove', 'add', 'edit'),
    junk,
  });
  return change.map(({ path, how, junk }) => {
    const whole = { body: structuredClone(value) };
    const steps: (string | number)[] = ['body', ...path];
    const last = steps.at(-1) ?? 'body';
    const parent = steps.slice(0, -1).reduce<unknown>((node, step) => (node as never)[step], whole) as Record<
      string,
      unknown
    >;
    const target = parent[last];
    if (how === 'add' && typeof target === 'object' && target) Object.assign(target, { zzz: junk });
    else if (how === 'remove' && path.length > 0) delete parent[last];
    else if (how === 'edit' && typeof target === 'string') parent[last] = edited(target, junk);
    else parent[last] = junk;
    return whole.body;
  });
};
