import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/endpoint.ts';

const caching = 'public, max-age=1, stale-while-revalidate=5';

export const availabilityRoutes = ({ snapshots }: Deps): Pick<Handlers, 'readAvailability'> => ({
  readAvailability: async ({ path, input, header }) => {
    const { service, from, days, party } = input;
    const { availability, text, etag } = await snapshots({ office: path.office, service, from, days, party });
    const headers = { etag, 'cache-control': caching };
    const known = header('if-none-match')?.split(',');
    const same = known?.some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2));
    return { body: availability, text, headers, ...(same && { status: 304 }) };
  },
});
