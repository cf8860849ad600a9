import {
  createFakeAntrean,
  createFakeClock,
  type FakeAntrean,
  type FakeOffice,
  fakeOffices,
} from '@paspor-antrean/client/testing';

/** A fake API for one story, and the origin at which its element finds it. */
export interface Stage {
  fake: FakeAntrean;
  api: string;
}

export interface World {
  /** Changes the offices before anything is asked. */
  offices?: (offices: FakeOffice[]) => FakeOffice[];
  /** What others did, and what will go wrong. */
  before?: (fake: FakeAntrean) => void;
}

const stages = new Map<string, Stage>();
let pagesOwn: typeof fetch | undefined;

/** Several stories may stand on one docs page, so each has its API at an origin of its own, where no host is. */
export const openStage = (id: string, now: string, { offices = (all) => all, before }: World): Stage => {
  const fake = createFakeAntrean({ clock: createFakeClock(now, { runs: true }), offices: offices(fakeOffices()) });
  before?.(fake);
  return { fake, api: `https://${id}.antrean.test` };
};

/** Puts the fakes in the place of the page's `fetch` for their origins only. Gives what takes this one out again. */
export const connect = (stage: Stage): (() => void) => {
  stages.set(stage.api, stage);
  pagesOwn ??= globalThis.fetch;
  const own = pagesOwn;
  globalThis.fetch = (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input, location.href);
    return stages.get(origin)?.fake.fetch(input, init) ?? own.call(globalThis, input, init);
  };
  return () => {
    if (stages.get(stage.api) === stage) stages.delete(stage.api);
    if (stages.size > 0) return;
    globalThis.fetch = own;
    pagesOwn = undefined;
  };
};
