import type { Assets } from './routes.ts';

/** The files that were deployed beside a worker, as its platform hands them over. */
export interface AssetBinding {
  fetch(address: string): Promise<Response>;
}

/** Files from the platform. They go through the app, so that each has the headers it has everywhere else. */
export const boundAssets = (binding: AssetBinding): Assets => {
  return async (path) => {
    // Only the path counts; the host is none.
    const found = await binding.fetch(`https://assets.invalid${path === '/' ? '/index.html' : path}`);
    const type = found.headers.get('content-type');
    if (!found.ok || !type) {
      await found.body?.cancel();
      return undefined;
    }
    return { body: new Uint8Array(await found.arrayBuffer()), type };
  };
};
