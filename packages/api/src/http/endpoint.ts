import {
  type Answer,
  type Endpoint,
  type EndpointName,
  endpoints,
  type PathOf,
  type Received,
  schemas,
  type TokenKind,
} from '@paspor-antrean/contract';
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { Bearer } from './bearer.ts';
import { clientAddress, clientNetwork } from './client-address.ts';
import { checked, readJson, readQuery } from './input.ts';
import { send } from './send.ts';

/** A path that exists, under a verb that it does not serve. */
export class MethodNotAllowed extends Refusal {
  readonly allow: string;
  constructor(verbs: readonly string[]) {
    super('METHOD_NOT_ALLOWED');
    this.allow = [...verbs, ...(verbs.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  }
}

/** What a handler gets: checked input, the bearer's claims, and who is asking as a keyed hash of today. */
export interface Call<N extends EndpointName> {
  path: PathOf<N>;
  input: Received<N>;
  bearer: Bearer | undefined;
  client: () => Promise<Uint8Array<ArrayBuffer>>;
  header: (name: string) => string | undefined;
}

export interface Reply<T> {
  body: T;
  /** The body as JSON, where it is at hand already. */
  text?: string;
  status?: number;
  headers?: Record<string, string>;
}

export type Handler<N extends EndpointName> = (call: Call<N>) => Promise<Reply<Answer<N>>>;
export type Handlers = { [N in EndpointName]: Handler<N> };
export type App = Hono<{ Variables: { route: string; requestId: string } }>;

const honoPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Serves the whole endpoint table. A handler that is missing, or one too many, does not compile. */
export const serveEndpoints = (app: App, deps: Deps, handlers: Handlers) => {
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const handler = handlers[name] as Handler<EndpointName>;
    app.on(endpoint.verb, honoPath(endpoint.path), async (c) => {
      c.set('route', name);
      return await answer(c, await handler(await readCall(c, endpoint, deps)), endpoint, deps);
    });
  }
  const table = Object.values(endpoints);
  for (const path of new Set(table.map((endpoint) => endpoint.path))) {
    const verbs = table.filter((endpoint) => endpoint.path === path).map((endpoint) => endpoint.verb);
    app.all(honoPath(path), () => {
      throw new MethodNotAllowed(verbs);
    });
  }
};

const readCall = async (c: Context, endpoint: Endpoint, deps: Deps): Promise<Call<EndpointName>> => {
  const bearer = endpoint.bearer && (await readBearer(c, endpoint.bearer, deps));
  const input = endpoint.body
    ? checked(endpoint.body, await readJson(c.req.raw), 'body')
    : endpoint.query
      ? checked(endpoint.query, readQuery(new URL(c.req.url)), 'query')
      : {};
  return {
    path: c.req.param() as PathOf<EndpointName>,
    input: input as Received<EndpointName>,
    bearer,
    header: (name) => c.req.header(name),
    client: () => {
      const address = clientAddress(deps.peerAddress(c), c.req.header('x-forwarded-for'), deps.config.TRUSTED_PROXIES);
      return deps.clientOf(clientNetwork(address));
    },
  };
};

const readBearer = async (c: Context, kinds: readonly TokenKind[], deps: Deps): Promise<Bearer> => {
  const [scheme, token, ...rest] = (c.req.header('authorization') ?? '').split(' ');
  if (!token || scheme?.toLowerCase() !== 'bearer') throw new Refusal('TOKEN_MISSING');
  if (rest.length > 0) throw new Refusal('TOKEN_INVALID');
  return deps.tickets.verify(token, kinds);
};

const answer = (c: Context, reply: Reply<unknown>, endpoint: Endpoint, deps: Deps): Response | Promise<Response> => {
  const status = reply.status ?? endpoint.status ?? 200;
  const headers: Record<string, string> = { 'cache-control': 'no-store', ...reply.headers };
  if (status === 204) return new Response(null, { status, headers });
  if (!endpoint.answer) return new Response(String(reply.body), { status, headers });
  if (deps.checkAnswers) v.parse(schemas[endpoint.answer], reply.body);
  const text = reply.text ?? JSON.stringify(reply.body);
  const typed = { 'content-type': 'application/json', ...headers };
  return status === 200 ? send(c, text, typed, deps.pack) : new Response(text, { status, headers: typed });
};
