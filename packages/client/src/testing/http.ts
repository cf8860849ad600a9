import {
  check,
  checkAnswer,
  type Endpoint,
  type EndpointName,
  endpoints,
  type Problem,
  problemHelp,
  problemStatus,
} from '@paspor-antrean/contract';
import { Refusal } from './refusal.ts';

const maxBodyBytes = 64 * 1024;

/** A request, as the endpoint table sees it. */
export interface Route {
  name: EndpointName;
  endpoint: Endpoint;
  path: Record<string, string>;
}

export interface Reply {
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
}

const table = (Object.entries(endpoints) as [EndpointName, Endpoint][]).map(([name, endpoint]) => {
  const pattern = endpoint.path.replace(/\./g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { name, endpoint, matches: new RegExp(`^${pattern}$`) };
});

/** The endpoint of a request. Refuses ROUTE_UNKNOWN, METHOD_NOT_ALLOWED. */
export const routeOf = ({ method, url }: Request): Route => {
  const { pathname } = new URL(url);
  const here = table.filter(({ matches }) => matches.test(pathname));
  if (here.length === 0) throw new Refusal('ROUTE_UNKNOWN');
  const found = here.find(({ endpoint }) => endpoint.verb === method);
  if (!found) throw new Refusal('METHOD_NOT_ALLOWED');
  const groups = Object.entries(found.matches.exec(pathname)?.groups ?? {});
  const path = Object.fromEntries(groups.map(([name, text]) => [name, decode(text)]));
  return { name: found.name, endpoint: found.endpoint, path };
};

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The bearer token of a request. Refuses TOKEN_MISSING, TOKEN_INVALID. */
export const bearerOf = (request: Request): string => {
  const [scheme, token, ...rest] = (request.headers.get('authorization') ?? '').split(' ');
  if (!token || scheme?.toLowerCase() !== 'bearer') throw new Refusal('TOKEN_MISSING');
  if (rest.length > 0) throw new Refusal('TOKEN_INVALID');
  return token;
};

/** The checked body or query of a request. */
export const inputOf = async (request: Request, endpoint: Endpoint): Promise<Record<string, unknown>> => {
  if (endpoint.body) return checked(endpoint.body, await jsonOf(request), 'body');
  if (endpoint.query) return checked(endpoint.query, queryOf(new URL(request.url)), 'query');
  return {};
};

const checked = (...given: Parameters<typeof check>) => {
  const result = check(...given);
  if (result.fields) throw new Refusal('INVALID_INPUT', { fields: result.fields });
  return result.value;
};

const queryOf = ({ searchParams }: URL) => {
  const names = [...searchParams.keys()];
  if (new Set(names).size < names.length)
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'query', code: 'DUPLICATE' }] });
  return Object.fromEntries(searchParams);
};

const jsonOf = async (request: Request): Promise<unknown> => {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await request.arrayBuffer();
  if (type === '' && bytes.byteLength === 0)
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'body', code: 'REQUIRED' }] });
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  if (bytes.byteLength > maxBodyBytes) throw new Refusal('BODY_TOO_LARGE');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('INVALID_INPUT', { fields: [{ field: 'body', code: 'FORMAT' }] });
  }
};

/** An answer; one that the contract does not allow is a mistake of the test, and said at once. */
export const answerOf = ({ name, endpoint }: Route, { body, status, headers }: Reply): Response => {
  const init = { status: status ?? endpoint.status ?? 200, headers: { 'cache-control': 'no-store', ...headers } };
  if (init.status === 204 || init.status === 304) return new Response(null, init);
  if (!endpoint.answer) return new Response(String(body), init);
  const fields = checkAnswer(endpoint.answer, body);
  if (fields.length > 0) throw new Error(`The fake cannot answer ${name} like this: ${JSON.stringify(fields)}`);
  return Response.json(body, init);
};

/** A refusal as RFC 9457 problem details. */
export const problemOf = ({ code, extras }: Refusal, url: string): Response => {
  const [title, advice] = problemHelp[code];
  const { detail = advice, ...rest } = extras;
  const { origin, pathname } = new URL(url);
  const status = problemStatus[code];
  const problem: Problem = { type: `${origin}/docs/problems#${code}`, title, status, code, detail, ...rest };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (rest.retryAfterSeconds) headers['retry-after'] = String(rest.retryAfterSeconds);
  if (status === 405) headers.allow = `${verbsAt(pathname).join(', ')}, OPTIONS`;
  return new Response(JSON.stringify(problem), { status, headers });
};

const verbsAt = (pathname: string) =>
  table
    .filter(({ matches }) => matches.test(pathname))
    .flatMap(({ endpoint: { verb } }) => (verb === 'GET' ? [verb, 'HEAD'] : [verb]));
