import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { sayFailure } from './setup/run.mjs';

requireNode();
await sayFailure(async () => {
  await install();
  await build();
});
await import('../packages/api/bench/edge.mjs');
