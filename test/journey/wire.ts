import type { Page, Route } from 'playwright-core';

/** Where an answer is held back or replaced: the end of a path, after `/v1/`. */
const below = (path: string) => new RegExp(`/v1/.*${path}(\\?.*)?$`);

/** The wire between the page and the server, on which a test may sit. */
export class Wire {
  readonly #page: Page;
  #end: ((answer: (route: Route) => Promise<void>) => Promise<void>) | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Nothing under this path is answered until `release` or `refuse`. */
  async hang(path: string): Promise<void> {
    let decide: (answer: (route: Route) => Promise<void>) => void = () => {};
    const decided = new Promise<(route: Route) => Promise<void>>((resolve) => {
      decide = resolve;
    });
    const answered: Promise<void>[] = [];
    let came = () => {};
    const waiting = new Promise<void>((resolve) => {
      came = resolve;
    });
    const wait = async (route: Route) => {
      const done = decided.then((answer) => answer(route));
      answered.push(done);
      came();
      await done;
    };
    await this.#page.route(below(path), wait);
    this.#end = async (answer) => {
      // A request may still be on its way here while the page says already that it waits.
      await waiting;
      decide(answer);
      // Without a route left, Playwright would go on with them by itself.
      await Promise.all(answered);
      await this.#page.unroute(below(path), wait);
    };
  }

  /** What waits goes on to the server, and so does all that follows. */
  async release(): Promise<void> {
    await this.#end?.((route) => route.continue());
  }

  /** What waits is refused; all that follows goes to the server. */
  async refuse(code: string, status: number, more: object = {}): Promise<void> {
    await this.#end?.((route) => route.fulfill(problem(code, status, more)));
  }

  /** The next request under this path is refused. */
  async refuseNext(path: string, code: string, status: number, more: object = {}): Promise<void> {
    await this.#page.route(below(path), (route) => route.fulfill(problem(code, status, more)), { times: 1 });
  }

  /** The next answer under this path is the server's with these changes. */
  async changeNext(path: string, changes: object): Promise<void> {
    const change = async (route: Route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), ...changes } });
    };
    await this.#page.route(below(path), change, { times: 1 });
  }
}

/** A refusal as the API writes it. A long wait is asked for, so that the client does not try again by itself. */
export const problem = (code: string, status: number, more: object = {}) => {
  const retry = status >= 500 && { retryAfterSeconds: 60 };
  const body = { type: `/docs/problems#${code}`, title: code, status, code, detail: code, ...retry, ...more };
  return { status, contentType: 'application/problem+json', body: JSON.stringify(body) };
};
