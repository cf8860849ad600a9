import { existsSync } from 'node:fs';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { SetupFailed, sayFailure } from './setup/run.mjs';

requireNode();
const server = new URL('../packages/api/dist/node.js', import.meta.url);
await sayFailure(async () => {
  await install();
  await build();
  if (!existsSync(server))
    throw new SetupFailed('The build made no packages/api/dist/node.js: there is no server to start.');
});
// In this same process: Ctrl-C, and a `kill` of this process, reach the server itself, and its exit code is ours.
await import(server.href);
