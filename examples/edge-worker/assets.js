import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = (name) => fileURLToPath(import.meta.resolve(name));
const assets = join(import.meta.dirname, 'dist', 'assets');
const loket = dirname(from('@paspor-antrean/counter/page'));
const reference = dirname(from('swagger-ui-dist/package.json'));

await rm(assets, { recursive: true, force: true });
await mkdir(join(assets, 'docs'), { recursive: true });
await cp(dirname(from('@paspor-antrean/widget/embed')), join(assets, 'widget'), { recursive: true });
await cp(loket, join(assets, 'loket'), { recursive: true });
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
  await cp(join(reference, name), join(assets, 'docs', name));
