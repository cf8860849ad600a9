import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/endpoint.ts';

export const ticketRoutes = ({ tickets }: Deps): Pick<Handlers, 'readJwks'> => ({
  readJwks: async () => ({ body: tickets.jwks, headers: { 'cache-control': 'public, max-age=300' } }),
});
