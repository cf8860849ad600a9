import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { runTool, sayFailure } from './setup/run.mjs';

requireNode();
await sayFailure(install);
const [command, ...args] = process.argv.includes('--watch') ? ['dev', '--port', '5173'] : ['build'];
process.exitCode = await runTool('vitepress/bin/vitepress.js', [command, 'docs', ...args]);
