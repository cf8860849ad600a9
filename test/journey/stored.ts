import type { Page } from 'playwright-core';

/** All that a page of this origin can keep in a browser, as one text. */
export const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      databases,
      'caches' in window ? await caches.keys() : [],
      history.state,
      window.name,
      location.href,
    ]);
  });

/** What this tab keeps for its own. */
export const storedByTab = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));

/** Every run of so many digits of the NIK that would say more than the birth date beside it. */
export const piecesOf = (nik: string, length = 7): string[] =>
  Array.from({ length: nik.length - length + 1 }, (_, at) => nik.slice(at, at + length));
