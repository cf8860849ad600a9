import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/endpoint.ts';

const caching = 'public, max-age=1, stale-while-revalidate=5';

export const availabilityRoutes = ({ snapshots }: Deps): Pick<Handlers, 'readAvailability'> => ({
  readAvailability: async ({ path, input }) => {
    const { service, from, days, party } = input;
    const { availability, text, etag } = await snapshots({ office: path.office, service, from, days, party });
    return { body: availability, text, headers: { etag, 'cache-control': caching } };
  },
});
