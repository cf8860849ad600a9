/** The one address that may become a script, under a policy of our own that the page's names. */
const scriptUrl = (path: string): string => {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(path: string): string } };
  };
  return trustedTypes?.createPolicy('loket', { createScriptURL: () => path }).createScriptURL(path) ?? path;
};

/** Keeps the page for when there is no network. `renewed` is told how to change to a newer build, once one waits. */
export const install = async (renewed: (renew: () => void) => void): Promise<void> => {
  const { serviceWorker } = navigator;
  // A page without https has none.
  if (!serviceWorker) return;
  const registration = await serviceWorker.register(scriptUrl('/loket/sw.js'), { scope: '/loket' });
  const offer = () => {
    const { waiting } = registration;
    // The first one ever takes over from nobody.
    if (!waiting || !serviceWorker.controller) return;
    renewed(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    });
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
};
