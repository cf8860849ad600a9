import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { runTool, sayFailure } from './setup/run.mjs';

requireNode();
await sayFailure(install);
const quiet = ['--disable-telemetry'];
const args = process.argv.includes('--build')
  ? ['build', ...quiet, '--output-dir', '.cache/storybook']
  : ['dev', ...quiet, '--no-open', '--no-version-updates', '--port', process.env.PORT ?? '6006'];
process.exitCode = await runTool('storybook/dist/bin/dispatcher.js', args, {
  env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
});
