/* biome-ignore-all lint/suspicious/noExplicitAny: an OpenAPI document is whatever was written down. */
type Any = any;

type Way = 'sent' | 'answered';

const at = (document: Any, node: Any): Any =>
  typeof node?.$ref === 'string'
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((part: Any, step: string) => part?.[step], document)
    : node;

const listOf = (value: Any): Any[] => (value === undefined ? [] : [value].flat());
const valuesOf = (schema: Any): Any[] | undefined => schema.enum ?? ('const' in schema ? [schema.const] : undefined);

/** Bounds by which less is allowed: of what is sent, tighter breaks a caller; of what is answered, wider does. */
const bounds = [
  ['maxLength', 1],
  ['maximum', 1],
  ['maxItems', 1],
  ['minLength', -1],
  ['minimum', -1],
  ['minItems', -1],
] as const;

/**
 * What in `after` would break a caller who was written for `before`. Additions are none: an operation, an optional
 * field or parameter, a field of an answer, a value, a problem code. Words and examples do not count.
 */
export const breakingChanges = (before: Any, after: Any): string[] => {
  const breaks: string[] = [];

  const compare = (where: string, was: Any, is: Any, way: Way): void => {
    const old = at(before, was);
    const now = at(after, is);
    if (!old || !now) return;
    const say = (what: string) => void breaks.push(`${where}: ${what}`);
    if (`${listOf(old.type)}` !== `${listOf(now.type)}`) say(`type ${old.type} became ${now.type}`);
    const gone = valuesOf(old)?.filter((value) => valuesOf(now) && !valuesOf(now)?.includes(value)) ?? [];
    for (const value of gone) say(`value ${JSON.stringify(value)} removed`);
    if (way === 'sent' && !valuesOf(old) && valuesOf(now)) say('only certain values are taken');
    if (way === 'answered' && valuesOf(old) && !valuesOf(now)) say('no longer one of certain values');
    if (old.pattern !== now.pattern && (way === 'sent' ? now.pattern : old.pattern)) say('pattern changed');
    if (way === 'sent' && JSON.stringify(old.default) !== JSON.stringify(now.default)) say('default changed');
    for (const [bound, sign] of bounds) {
      const [a, b] = [old[bound] ?? sign * Infinity, now[bound] ?? sign * Infinity];
      if (way === 'sent' ? sign * b < sign * a : sign * b > sign * a)
        say(`${bound} ${old[bound]} became ${now[bound]}`);
    }
    const required = new Set(listOf(old.required));
    const still = new Set(listOf(now.required));
    for (const [name, field] of Object.entries<Any>(old.properties ?? {})) {
      if (!now.properties?.[name]) say(`field ${name} removed`);
      else if (way === 'answered' && required.has(name) && !still.has(name))
        say(`field ${name} is no longer always there`);
      else compare(`${where}.${name}`, field, now.properties[name], way);
    }
    for (const name of still) if (way === 'sent' && !required.has(name)) say(`field ${name} newly required`);
    if (old.items) compare(`${where}[]`, old.items, now.items ?? {}, way);
    for (const kind of ['anyOf', 'allOf'] as const) {
      const [parts, others] = [listOf(old[kind]), listOf(now[kind])];
      if (parts.length > others.length && (kind === 'allOf' ? way === 'answered' : way === 'sent'))
        say('a variant removed');
      if (others.length > parts.length && (kind === 'allOf' ? way === 'sent' : way === 'answered'))
        say('a variant added');
      for (const [index, part] of parts.entries()) if (others[index]) compare(where, part, others[index], way);
    }
  };

  const parametersOf = (operation: Any) =>
    new Map<string, Any>(
      listOf(operation.parameters).map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
    );

  for (const [path, verbs] of Object.entries<Any>(before.paths)) {
    for (const [verb, old] of Object.entries<Any>(verbs)) {
      const where = `${verb.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[verb];
      if (!now) {
        breaks.push(`${where}: operation removed`);
        continue;
      }
      const say = (what: string) => void breaks.push(`${where}: ${what}`);
      if (old.operationId !== now.operationId) say(`operationId ${old.operationId} became ${now.operationId}`);
      const schemes = (operation: Any) => listOf(operation.security).map((one) => Object.keys(one).join('+'));
      for (const scheme of schemes(old))
        if (!schemes(now).includes(scheme) && schemes(now).length > 0) say(`${scheme} no longer taken`);
      if (schemes(old).length === 0 && schemes(now).length > 0) say('a token is newly required');
      const [had, has] = [parametersOf(old), parametersOf(now)];
      for (const [name, parameter] of had) {
        const same = has.get(name);
        if (!same) say(`parameter ${name} removed`);
        else compare(`${where} ${name}`, parameter.schema, same.schema, 'sent');
      }
      for (const [name, { required }] of has)
        if (required && !had.get(name)?.required) say(`parameter ${name} newly required`);
      if (!old.requestBody && now.requestBody?.required) say('a body is newly required');
      for (const [type, { schema }] of Object.entries<Any>(old.requestBody?.content ?? {})) {
        const same = now.requestBody?.content[type];
        if (!same) say(`body ${type} no longer taken`);
        else compare(`${where} body`, schema, same.schema, 'sent');
      }
      for (const [status, response] of Object.entries<Any>(old.responses)) {
        const same = now.responses[status];
        if (!same) {
          say(`answer ${status} removed`);
          continue;
        }
        for (const name of Object.keys(response.headers ?? {}))
          if (!same.headers?.[name]) say(`header ${name} of ${status} removed`);
        for (const [type, { schema }] of Object.entries<Any>(response.content ?? {})) {
          const kept = same.content?.[type];
          if (!kept) say(`answer ${status} is no longer ${type}`);
          else compare(`${where} ${status}`, schema, kept.schema, 'answered');
        }
      }
    }
  }
  return [...new Set(breaks)];
};
