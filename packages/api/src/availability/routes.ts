import { sha256, toBase64url } from '../bytes.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/endpoint.ts';
import { readAvailability } from './availability.ts';

const caching = 'public, max-age=1, stale-while-revalidate=5';

export const availabilityRoutes = (deps: Deps): Pick<Handlers, 'readAvailability'> => ({
  readAvailability: async ({ path, input, header }) => {
    const { service, from, days, party } = input;
    const body = await readAvailability(deps, { office: path.office, service, from, days, party });
    // Weak, and over the body without `asOf`: the same seats are the same answer, whatever the second.
    const etag = `W/"${toBase64url((await sha256(JSON.stringify({ ...body, asOf: '' }))).subarray(0, 12))}"`;
    const headers = { etag, 'cache-control': caching };
    const known = header('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim());
    const same = known?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.slice(2));
    return { body, headers, ...(same && { status: 304 }) };
  },
});
