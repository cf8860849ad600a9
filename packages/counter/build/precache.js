import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes into the service worker which files there are, and a hash of them: another build is another worker. */
export const precache = ({ worker, folder, base }) => ({
  name: 'precache',
  generateBundle(_, bundle) {
    const built = Object.values(bundle)
      .filter(({ fileName }) => fileName.endsWith('.js'))
      .map(({ fileName, code }) => [fileName, code]);
    const copied = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
    const files = [...copied, ...built].sort(([a], [b]) => (a < b ? -1 : 1));
    const source = readFileSync(worker, 'utf8');
    const hash = createHash('sha256').update(source);
    for (const [name, content] of files) hash.update(name).update(content);
    const paths = JSON.stringify(files.map(([name]) => base + name));
    const written = { '%VERSION%': hash.digest('hex').slice(0, 16), '%FILES%': paths };
    // A classic worker: of a module that exports nothing only this line says that it is one.
    const plain = source.replace(/^export \{\};$|^\/\/# sourceMappingURL=.*$/gm, '');
    const code = plain.replace(/%[A-Z]+%/g, (mark) => written[mark]);
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
  },
});
