import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Timers that still run, counted from the first script of the page on. */
const countTimers = () => {
  const running = new Set<unknown>();
  const { setTimeout: start, clearTimeout: stop } = window;
  window.setTimeout = ((run: () => void, ms?: number) => {
    const id = start(() => {
      running.delete(id);
      run();
    }, ms);
    running.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    running.delete(id);
    stop(id);
  };
  Object.assign(window, { running });
};

const measure = async (cdp: CDPSession) => {
  // Twice, because what the first one frees may let go of more.
  for (const _ of [1, 2]) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const live = async (prototype: string) => {
    const { result } = await cdp.send('Runtime.evaluate', { expression: prototype });
    const found = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const { objectId } = found.objects;
    const { result: count } = await cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function () { return this.length }',
      objectId,
      returnByValue: true,
    });
    await cdp.send('Runtime.releaseObject', { objectId: objectId ?? '' });
    return count.value as number;
  };
  const elements = await live("customElements.get('paspor-antrean').prototype");
  const roots = await live('ShadowRoot.prototype');
  const { result: timers } = await cdp.send('Runtime.evaluate', { expression: 'running.size' });
  return { nodes, jsEventListeners, heap: usedSize, elements, roots, timers: timers.value as number };
};

test('100 mounts and unmounts leave no element, node, listener, timer or heap behind', {
  timeout: 90_000,
}, async () => {
  const booker = await site.visit({ host: { tag: '' }, prepare: (page) => page.addInitScript(countTimers) });
  const { page } = booker;
  const cdp = await page.context().newCDPSession(page);

  /** Shows the offices, goes on to a place that is held for every tenth, and is taken away: now and then too early. */
  const mount = (times: number) =>
    page.evaluate(async (count) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let n = 0; n < count; n++) {
        // Another applicant each time: who comes back would find the place that is held for them.
        sessionStorage.clear();
        const tag = document.createElement('paspor-antrean');
        tag.office = n % 2 ? 'bandung' : 'bandung bandung-soekarno-hatta';
        const ready = new Promise((done) => tag.addEventListener('antrean-ready', done, { once: true }));
        document.querySelector('main')?.append(tag);
        if (n % 7 !== 6) await ready;
        const held = new Promise((done) => tag.addEventListener('antrean-held', done, { once: true }));
        if (n % 10 === 1) {
          const press = async (selector: string) => {
            let found: HTMLElement | null | undefined;
            while (!found) {
              await frame();
              found = tag.shadowRoot?.querySelector<HTMLElement>(selector);
            }
            found.click();
          };
          await press('input[type=radio]');
          await press('.button.primary');
          await press('.earliest .button');
          await held;
          await frame();
        }
        tag.remove();
      }
    }, times);

  await mount(20);
  // What the browser keeps of a page that works, such as compiled code, is there by now.
  await expect.poll(async () => (await measure(cdp)).elements).toBe(0);
  const before = await measure(cdp);
  expect(before).toMatchObject({ elements: 0, roots: 0, timers: 0 });
  await mount(100);
  await expect.poll(async () => (await measure(cdp)).elements).toBe(0);
  const after = await measure(cdp);
  expect(after).toMatchObject({ elements: 0, roots: 0, timers: 0 });
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners);
  // A kept element weighs some 50 kB; code that is compiled late, a hundred in all.
  expect(after.heap - before.heap).toBeLessThan(300_000);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the check would see an element that stays', async () => {
  const booker = await site.visit({
    host: { policy: strictPolicy },
    prepare: (page) => page.addInitScript(countTimers),
  });
  await booker.seekTime({ people: [person(1)] });
  await booker.takeEarliest();
  const cdp = await booker.page.context().newCDPSession(booker.page);
  // One for the hold's end, one for 30 minutes without a move.
  expect(await measure(cdp)).toMatchObject({ elements: 1, roots: 1, timers: 2 });
  await booker.close();
});
