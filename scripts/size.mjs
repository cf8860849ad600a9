import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { repository } from './setup/run.mjs';

const folder = join(repository, 'packages', 'widget', 'dist', 'embed');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
if (names.length === 0) {
  console.error('There is no bundle in packages/widget/dist/embed: run `npm run build` first.');
  process.exit(1);
}

const rows = names.map((name) => {
  const bytes = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
});
const width = Math.max(...names.map((name) => name.length));
for (const [name, ...sizes] of [['file', 'raw', 'gzip -9', 'brotli -11'], ...rows]) {
  console.log(`${name.padEnd(width)}${sizes.map((size) => String(size).padStart(12)).join('')}`);
}
