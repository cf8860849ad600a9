import {
  type AllEndpoints,
  type Answer,
  type AnyEndpointName,
  allEndpoints,
  type Endpoint,
  type PathOf,
  type Received,
  type StaffRole,
  schemas,
} from '@paspor-antrean/contract';
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { Bearer } from './bearer.ts';
import { clientAddress, clientNetwork } from './client-address.ts';
import { checked, readJson, readQuery } from './input.ts';
import { send } from './send.ts';
import { mayAct, type StaffMember } from './staff-member.ts';

/** A path that exists, under a verb that it does not serve. */
export class MethodNotAllowed extends Refusal {
  readonly allow: string;
  constructor(verbs: readonly string[]) {
    super('METHOD_NOT_ALLOWED');
    this.allow = [...verbs, ...(verbs.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  }
}

/** What a handler gets: checked input, the bearer's claims, and who is asking as a keyed hash of today. */
export interface Call<N extends AnyEndpointName> {
  path: PathOf<N>;
  input: Received<N>;
  bearer: Bearer | undefined;
  /** Of the staff's endpoints alone: who acts, for this office and in a role that may. */
  staff: AllEndpoints[N] extends { readonly role: string } ? StaffMember : undefined;
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

export type Handler<N extends AnyEndpointName> = (call: Call<N>) => Promise<Reply<Answer<N>>>;
export type Handlers = { [N in AnyEndpointName]: Handler<N> };
export type App = Hono<{ Variables: { route: string; requestId: string } }>;

const honoPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Serves the whole endpoint table. A handler that is missing, or one too many, does not compile. */
export const serveEndpoints = (app: App, deps: Deps, handlers: Handlers) => {
  for (const [name, endpoint] of Object.entries(allEndpoints) as [AnyEndpointName, Endpoint][]) {
    const handler = handlers[name] as Handler<AnyEndpointName>;
    app.on(endpoint.verb, honoPath(endpoint.path), async (c) => {
      c.set('route', name);
      return await answer(c, await handler(await readCall(c, endpoint, deps)), endpoint, deps);
    });
  }
  const table = Object.values(allEndpoints);
  for (const path of new Set(table.map((endpoint) => endpoint.path))) {
    const verbs = table.filter((endpoint) => endpoint.path === path).map((endpoint) => endpoint.verb);
    app.all(honoPath(path), () => {
      throw new MethodNotAllowed(verbs);
    });
  }
};

const readCall = async (c: Context, endpoint: Endpoint, deps: Deps): Promise<Call<AnyEndpointName>> => {
  const bearer = endpoint.bearer && (await deps.tickets.verify(bearerToken(c), endpoint.bearer));
  const staff = endpoint.role && (await readStaff(c, endpoint.role, deps));
  const input = endpoint.body
    ? checked(endpoint.body, await readJson(c.req.raw), 'body')
    : endpoint.query
      ? checked(endpoint.query, readQuery(new URL(c.req.url)), 'query')
      : {};
  return {
    path: c.req.param() as PathOf<AnyEndpointName>,
    input: input as Received<AnyEndpointName>,
    bearer,
    staff: staff as never,
    header: (name) => c.req.header(name),
    client: () => {
      const address = clientAddress(deps.peerAddress(c), c.req.header('x-forwarded-for'), deps.config.TRUSTED_PROXIES);
      return deps.clientOf(clientNetwork(address));
    },
  };
};

const readStaff = async (c: Context, role: StaffRole, deps: Deps): Promise<StaffMember> => {
  const member = await deps.verifyStaff(bearerToken(c));
  mayAct(member, c.req.param('office') ?? '', role);
  return member;
};

const bearerToken = (c: Context): string => {
  const [scheme, token, ...rest] = (c.req.header('authorization') ?? '').split(' ');
  if (!token || scheme?.toLowerCase() !== 'bearer') throw new Refusal('TOKEN_MISSING');
  if (rest.length > 0) throw new Refusal('TOKEN_INVALID');
  return token;
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
