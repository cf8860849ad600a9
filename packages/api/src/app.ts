import { Hono } from 'hono';
import { availabilityRoutes } from './availability/routes.ts';
import { bookingRoutes } from './booking/routes.ts';
import { counterRoutes } from './counter/routes.ts';
import type { Deps } from './deps.ts';
import { type App, MethodNotAllowed, serveEndpoints } from './http/endpoint.ts';
import { errorFields } from './http/log.ts';
import { allowMetrics, createMetrics, type Metrics } from './http/metrics.ts';
import { openApi } from './http/openapi.ts';
import { originRule } from './http/origins.ts';
import { asRefusal, problemResponse } from './http/problem.ts';
import { send } from './http/send.ts';
import { officeRoutes } from './offices/routes.ts';
import { Refusal } from './refusal.ts';
import { type Assets, siteRoutes } from './site/routes.ts';
import { ticketRoutes } from './ticket/routes.ts';

export interface AppOptions extends Deps {
  /** Files of the demo page and the widget; none: only the API is served. */
  assets?: Assets;
  /** True once the database has every migration of this program. */
  isReady: () => Promise<boolean>;
  /** Where requests are counted; default: here, for as long as this app lives. */
  metrics?: Metrics;
  /** Default: the one that is fastest over many requests. */
  router?: HonoRouter;
}

type HonoRouter = NonNullable<NonNullable<ConstructorParameters<typeof Hono>[0]>['router']>;

/** Made when it is first asked for, and kept: an app may live for one request, and this takes 20 ms. */
let spec = { of: '', text: '' };
const specOf = (publicUrl: string): string => {
  if (spec.of !== publicUrl) spec = { of: publicUrl, text: JSON.stringify(openApi(publicUrl)) };
  return spec.text;
};

/** The whole HTTP face over its dependencies. Opens no port and reads no environment. */
export const createApp = (deps: AppOptions) => {
  const app = new Hono({ router: deps.router }) as App;
  const { PUBLIC_URL, ALLOWED_ORIGINS, METRICS_TOKEN } = deps.config;
  const allow = originRule(ALLOWED_ORIGINS, PUBLIC_URL);
  const metrics = deps.metrics ?? createMetrics();

  app.use(async (c, next) => {
    const began = performance.now();
    const requestId = crypto.randomUUID();
    c.set('requestId', requestId);
    let cors: Record<string, string> = {};
    try {
      cors = allow(c.req.raw);
      if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 });
      else await next();
    } catch (error) {
      c.res = problemResponse(asRefusal(error), PUBLIC_URL, { vary: 'Origin' });
    }
    const { vary, ...rest } = cors;
    if (vary) c.res.headers.append('vary', vary);
    for (const [name, value] of Object.entries(rest)) c.res.headers.set(name, value);
    c.res.headers.set('x-request-id', requestId);
    c.res.headers.set('x-content-type-options', 'nosniff');
    c.res.headers.set('referrer-policy', 'no-referrer');
    const ms = performance.now() - began;
    const route = c.get('route') ?? 'other';
    metrics.observe(route, c.res.status, ms / 1000);
    deps.log({
      level: 'info',
      event: 'request',
      requestId,
      verb: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(ms * 10) / 10,
    });
  });

  app.onError((error, c) => {
    const refusal = asRefusal(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'OVERLOADED') {
      deps.log({
        level: 'error',
        event: 'failure',
        requestId: c.get('requestId'),
        route: c.get('route'),
        code: refusal.code,
        ...errorFields(error),
      });
    }
    return problemResponse(refusal, PUBLIC_URL, error instanceof MethodNotAllowed ? { allow: error.allow } : {});
  });
  app.notFound(() => problemResponse(new Refusal('ROUTE_UNKNOWN'), PUBLIC_URL));

  serveEndpoints(app, deps, {
    ...officeRoutes(deps),
    ...availabilityRoutes(deps),
    ...bookingRoutes(deps),
    ...ticketRoutes(deps),
    ...counterRoutes(deps),
  });

  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const ready = await deps.isReady().catch(() => false);
    return c.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    await allowMetrics(c.req.raw, deps.peerAddress(c), METRICS_TOKEN);
    return c.text(metrics.print(), 200, { 'content-type': 'text/plain; version=0.0.4' });
  });
  app.get('/openapi.json', (c) =>
    send(
      c,
      specOf(PUBLIC_URL),
      { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
      deps.pack,
    ),
  );
  siteRoutes(app, deps);
  for (const path of [
    '/',
    '/widget/*',
    '/healthz',
    '/readyz',
    '/metrics',
    '/openapi.json',
    '/docs',
    '/docs/problems',
    '/kantor',
    '/kantor/:office',
    '/loket',
    '/loket/*',
    '/kantor/:office/poster',
    '/privasi',
  ]) {
    app.all(path, async (c, next) => {
      // A file that is not there has come past its own route to here.
      if (!/^(GET|HEAD)$/.test(c.req.method)) throw new MethodNotAllowed(['GET']);
      await next();
    });
  }
  return app;
};
