import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/endpoint.ts';

const publicFor = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}, stale-while-revalidate=300` });

export const officeRoutes = ({ offices }: Deps): Pick<Handlers, 'listOffices' | 'readOffice'> => ({
  listOffices: async ({ input }) => ({ body: { offices: await offices.search(input) }, headers: publicFor(60) }),
  readOffice: async ({ path }) => ({ body: await offices.read(path.office), headers: publicFor(30) }),
});
