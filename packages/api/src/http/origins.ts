import { Refusal } from '../refusal.ts';

/** Answers any origin: what every site may load. */
const openPaths = /^\/(widget\/.*|\.well-known\/jwks\.json|openapi\.json)$/;

const corsHeaders = {
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match',
  'access-control-max-age': '7200',
};
const exposed = 'ETag, Retry-After, X-Request-Id';

/**
 * The CORS headers for a request, or a refusal. Without `Origin` (a server, a same-origin GET) there is nothing to
 * ask. No cookie is ever read, so an origin gains nothing but its own visitors' own bookings.
 */
export const originRule = (allowed: readonly string[], publicUrl: string) => {
  const own = new URL(publicUrl).origin;
  const isAllowed = (origin: string, host: string | undefined): boolean => {
    let url: URL;
    try {
      url = new URL(origin);
    } catch {
      return false;
    }
    if (origin === own || url.host === host) return true;
    return allowed.some((entry) =>
      entry.startsWith('*.') ? url.protocol === 'https:' && url.hostname.endsWith(entry.slice(1)) : origin === entry,
    );
  };

  return (request: Request): Record<string, string> => {
    const url = new URL(request.url);
    const origin = request.headers.get('origin');
    const preflight: Record<string, string> = request.method === 'OPTIONS' ? corsHeaders : {};
    if (openPaths.test(url.pathname)) {
      return {
        'access-control-allow-origin': '*',
        'timing-allow-origin': '*',
        'access-control-expose-headers': exposed,
        ...preflight,
      };
    }
    if (origin === null) return { vary: 'Origin' };
    if (!isAllowed(origin, request.headers.get('host') ?? url.host)) throw new Refusal('ORIGIN_NOT_ALLOWED');
    return {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': exposed,
      'timing-allow-origin': origin,
      vary: 'Origin',
      ...preflight,
    };
  };
};
