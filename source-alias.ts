import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Tests and stories see the source of the packages, never a build that has grown old. */
export const sourceAlias = [
  { find: /^@paspor-antrean\/([a-z]+)$/, replacement: path('packages/$1/src/index.ts') },
  { find: /^@paspor-antrean\/([a-z]+)\/([a-z/-]+)$/, replacement: path('packages/$1/src/$2.ts') },
];
