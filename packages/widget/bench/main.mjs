import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/setup/browser.mjs';
import { weigh } from '../../../scripts/setup/weigh.mjs';
import { startApi } from '../../api/bench/api-process.mjs';
import { openDatabase } from '../../api/bench/database.mjs';
import { load } from './load.mjs';
import { openHost, openPages } from './pages.mjs';

const help = `Measures what the widget costs the page it stands in, on an emulated cheap phone.

  npm run bench:widget [-- --rounds 5]

  --rounds   interleaved cold loads of each page (default 5)

Time is compared with a minimal Lit element that makes one fetch, loaded in turn with ours. The exit code says
whether the exact budgets hold (layout shift, requests, bytes); times are noisy and only printed.
`;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, help: { type: 'boolean' } } });
const rounds = Number(values.rounds);
if (values.help || !Number.isInteger(rounds) || rounds < 1) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const spread = (list, digits = 0, unit = '') =>
  `${median(list).toFixed(digits)}${unit} [${Math.min(...list).toFixed(digits)}–${Math.max(...list).toFixed(digits)}]`;

/** The pages that are opened in turn; `first` is ours, but the module that it fetches ahead never comes. */
const loads = {
  blank: {},
  'lit-fetch': {},
  ours: {},
  preloaded: {},
  unreserved: {},
  first: { path: 'ours', without: '*/paspor-antrean-booking-*' },
};

const measure = async () => {
  const database = await openDatabase();
  const host = await openHost();
  process.env.ALLOWED_ORIGINS = host.origin;
  const server = await startApi(database.url);
  const pages = await openPages(server.port, host);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await findBrowser()),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    const seen = Object.fromEntries(Object.keys(loads).map((name) => [name, []]));
    // The first load of a browser is of no use to anyone.
    for (let round = -1; round < rounds; round++) {
      for (const [name, { path = name, without }] of Object.entries(loads)) {
        const options = { api: pages.api, control: name !== 'blank', without };
        const one = await load(browser, `${host.origin}/${path}`, options);
        if (round >= 0) seen[name].push(one);
      }
      if (round >= 0) console.error(`  round ${round + 1} of ${rounds}`);
    }
    return seen;
  } finally {
    await browser.close();
    pages.close();
    host.close();
    await server.stop();
    await database.close();
  }
};

const seen = await measure();
const of = (name, key) => seen[name].map((one) => one[key]);
const { gzip, budget, goal } = weigh().rows[0];
const ratio = (name) => of(name, 'afterPaint').map((ms, at) => ms / seen['lit-fetch'][at].afterPaint);
const heap = (name) => of(name, 'heap').map((bytes, at) => (bytes - seen.blank[at].heap) / 1000);
const most = (name, key) => Math.max(...of(name, key));

/** Name, budget, what was measured, whether it holds, and whether it is exact. */
const rows = [
  [
    'interactive after the host’s paint, over lit-fetch',
    '≤ 1.15',
    spread(ratio('ours'), 2),
    median(ratio('ours')) <= 1.15,
  ],
  [
    '· with the preload line of docs/embedding.md',
    '≤ 1.15',
    spread(ratio('preloaded'), 2),
    median(ratio('preloaded')) <= 1.15,
  ],
  ['· ours', '–', spread(of('ours', 'afterPaint'), 0, ' ms')],
  ['· lit-fetch', '–', spread(of('lit-fetch', 'afterPaint'), 0, ' ms')],
  [
    'longest task caused by us',
    '≤ 100 ms',
    spread(of('ours', 'longest'), 0, ' ms'),
    median(of('ours', 'longest')) <= 100,
  ],
  ['· lit-fetch', '–', spread(of('lit-fetch', 'longest'), 0, ' ms')],
  ['layout shift, height reserved', '0.000', most('ours', 'shift').toFixed(3), most('ours', 'shift') === 0, 'exact'],
  [
    'layout shift, nothing reserved, a footer below',
    '≤ 0.05',
    most('unreserved', 'shift').toFixed(3),
    most('unreserved', 'shift') <= 0.05,
    'exact',
  ],
  [
    'heap over the page without it, next step fetched ahead',
    '≤ 600 kB',
    spread(heap('ours'), 0, ' kB'),
    median(heap('ours')) <= 600,
  ],
  ['· the first step alone', '≤ 600 kB', spread(heap('first'), 0, ' kB'), median(heap('first')) <= 600],
  ['· lit-fetch', '–', spread(heap('lit-fetch'), 0, ' kB')],
  ['requests before the first step', '≤ 2', `${most('ours', 'requests')}`, most('ours', 'requests') <= 2, 'exact'],
  ['preflights before the first step', '0', `${most('ours', 'preflights')}`, most('ours', 'preflights') === 0, 'exact'],
  ['JavaScript of the first step, gzip -9', `≤ ${budget} B`, `${gzip} B`, gzip <= budget, 'exact'],
  ['· what it is to become', `≤ ${goal} B`, `${gzip} B`, gzip <= goal],
  ['· all bytes on the wire, brotli, with headers', '–', spread(of('ours', 'bytes'), 0, ' B')],
  ['· of lit-fetch', '–', spread(of('lit-fetch', 'bytes'), 0, ' B')],
];
const said = (holds) => (holds === undefined ? '' : holds ? 'yes' : '**no**');
console.log(`\n412 × 823, 1.6 Mbit/s, 150 ms, CPU 4×; median [min–max] of ${rounds} cold loads, interleaved\n`);
console.log('| figure | budget | measured | holds |\n| --- | --- | --- | --- |');
for (const [name, budget, measured, holds] of rows)
  console.log(`| ${name} | ${budget} | ${measured} | ${said(holds)} |`);
process.exitCode = rows.some(([, , , holds, exact]) => exact && !holds) ? 1 : 0;
