import { sayFailure } from './setup/run.mjs';
import { weigh, weighLoket } from './setup/weigh.mjs';
import { weighClient } from './setup/weigh-client.mjs';
import { weighWorker } from './setup/worker.mjs';

const weight = weigh();
if (!weight) {
  console.error('The widget is not in packages/widget/dist/embed: run `npm run build` first.');
  process.exit(1);
}

const worker = await sayFailure(weighWorker);

const print = (rows) => {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, ...cells] of rows)
    console.log(`${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(12)).join('')}`);
};

const cells = ({ name, raw, gzip, brotli }) => [name, raw, gzip, brotli];
print([
  ['module', 'raw', 'gzip -9', 'brotli -11'],
  ...Object.values(weight.files).map(cells),
  ...weighLoket().map(cells),
  [''],
  ['together', 'raw', 'gzip -9', 'brotli -11', 'budget', 'goal'],
  ...[...weight.rows, worker].map((row) => [...cells(row), row.budget, row.goal ?? '']),
  ...(await weighClient()).map((row) => [...cells(row), row.budget]),
]);
