import fc from 'fast-check';
import type { Live } from './ground.ts';
import type { Operation, Parameter, Request, Spec } from './spec.ts';
import { valuesOf } from './values.ts';

export interface AnyRequest extends Request {
  /** Whether it is about things that exist, and says of them what it must. */
  isLive: boolean;
  /** Which of the tokens that the document allows. */
  scheme: string | undefined;
}

const visible = /^[\x21-\x7e]+$/;

/** Requests that the document allows. */
export const requestsOf = (spec: Spec, operation: Operation): fc.Arbitrary<AnyRequest> => {
  const of = (place: Parameter['in'], keep: (value: unknown) => boolean = () => true) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    const model = parameters.map(({ name, schema }) => [name, valuesOf(spec, schema).filter(keep)] as const);
    return fc.record(Object.fromEntries(model), {
      requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
    }) as fc.Arbitrary<Record<string, never>>;
  };
  const schema = operation.requestBody?.content['application/json'].schema;
  const schemes = operation.security.flatMap((alternative) => Object.keys(alternative));
  return fc.record({
    isLive: fc.boolean(),
    path: of('path'),
    query: of('query'),
    headers: of('header', (value) => visible.test(String(value))),
    scheme: schemes.length > 0 ? fc.constantFrom(...schemes) : fc.constant(undefined),
    body: schema ? valuesOf(spec, schema) : fc.constant(undefined),
  });
};

/** The same request about things that exist. */
export const enliven = <R extends Request>(request: R, { path, body }: Live): R => ({
  ...request,
  path,
  query: { ...request.query, ...('party' in request.query && { party: 1 }) },
  ...(request.body !== undefined && { body: { ...(request.body as object), ...body } }),
});

/** A request as `fetch` takes it. */
export const asFetch = (operation: Operation, request: Request, token: string | undefined): [string, RequestInit] => {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path[name] ?? ''));
  const query = new URLSearchParams(Object.entries(request.query).map(([name, value]) => [name, String(value)]));
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  const headers = {
    ...request.headers,
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return [query.size > 0 ? `${path}?${query}` : path, { method: operation.verb.toUpperCase(), headers, ...body }];
};
