import { setTimeout } from 'node:timers/promises';

/** 1.6 Mbit/s and 150 ms, on a CPU four times slower than this one: a cheap phone on a slow network. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Runs in the page from its first moment on: what moved, what took long, and when a first control could be used. */
const watch = () => {
  const seen = { shift: 0, tasks: [], usableAt: undefined };
  Object.assign(window, { seen });
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));
  const look = () => {
    const element = document.querySelector('paspor-antrean, lit-fetch');
    if (element?.shadowRoot?.querySelector('button, input, select')) seen.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Asks the page without Playwright's own script in it, whose 400 kB would count as the widget's. */
const untilUsable = async (cdp) => {
  const expression = 'window.seen.usableAt !== undefined';
  while (!(await cdp.send('Runtime.evaluate', { expression })).result.value) await setTimeout(50);
};

const heapOf = async (cdp) => {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};

/** Opens a page cold, in a browser context of its own, and gives what was seen; what `without` matches never comes. */
export const load = async (browser, url, { api, control, without }) => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (without) await cdp.send('Network.setBlockedURLs', { urls: [without] });
  const asked = new Map();
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (request.url.startsWith(api)) asked.set(requestId, { url: request.url, type, bytes: 0 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = asked.get(requestId);
    if (found) found.bytes = encodedDataLength;
  });
  await page.addInitScript(watch);
  await page.goto(url);
  if (control) await untilUsable(cdp);
  // What comes late comes within this.
  await page.waitForTimeout(1500);
  const heap = await heapOf(cdp);
  const seen = await page.evaluate((ours) => {
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(ours));
    const [script] = asked;
    const first = asked.filter(({ startTime }) => startTime < window.seen.usableAt).map(({ name }) => name);
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const tasks = window.seen.tasks.filter(({ startTime }) => script && startTime >= script.responseEnd - 1);
    return {
      ...window.seen,
      first,
      paint: paint.startTime,
      longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    };
  }, api);
  await context.close();
  // What is fetched ahead for a later step does not keep anyone from the first one.
  const requests = [...asked.values()].filter(({ url }) => seen.first.includes(url));
  return {
    afterPaint: seen.usableAt - seen.paint,
    longest: seen.longest,
    shift: seen.shift,
    heap,
    requests: requests.filter(({ type }) => type !== 'Preflight').length,
    preflights: requests.filter(({ type }) => type === 'Preflight').length,
    bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
    scripts: requests.filter(({ url }) => url.endsWith('.js')).length,
  };
};
