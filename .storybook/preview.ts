import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import '../packages/widget/src/define.ts';
import { type Network, setNetwork } from '../packages/widget/stories/network.ts';
import { page, tag } from '../packages/widget/stories/page.ts';
import { connect, openStage, type Stage } from '../packages/widget/stories/stage.ts';
import './preview.css';
import { globalTypes, viewports } from './toolbar.ts';

// What was looked for and not found says enough; the page that it was not found in is in sight.
configure({ getElementError: (message) => new Error(message ?? 'Not found') });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const preview: Preview = {
  globalTypes,
  initialGlobals: { office: 'one', locale: 'id', theme: 'light', network: 'fast', clock: '2026-11-23T09:00:00+07:00' },
  parameters: {
    viewport: { options: viewports },
    a11y: { test: 'error', options: { runOnly: wcag } },
    docs: { codePanel: false },
    options: {
      // Read by Storybook without running this file, hence all in one place.
      storySort: {
        order: [
          'Embedding',
          'Theming',
          ['Properties'],
          'Events',
          ['What they say'],
          'States',
          'Steps',
          ['Loading', 'Office', 'Service', 'Time', 'People', 'Review', 'Ticket', 'Lookup', 'Manage', 'Move'],
          'Loket',
        ],
      },
    },
  },
  loaders: [
    ({ id, globals, parameters, playFunction }) => {
      const stage = openStage(id, globals.clock, parameters.world ?? {});
      // A story that is played gets to its state first; then the line changes.
      if (!playFunction) setNetwork(stage.fake, globals.network as Network);
      return Promise.resolve({ stage });
    },
  ],
  beforeEach: ({ loaded }) => {
    sessionStorage.clear();
    return connect(loaded.stage as Stage);
  },
  afterEach: ({ loaded, globals, playFunction }) => {
    // What slides under the bar of the hold while scrolling would pass for a target that is too small.
    scrollTo(0, 0);
    if (playFunction) setNetwork((loaded.stage as Stage).fake, globals.network as Network);
  },
  decorators: [page],
  render: tag,
};

export default preview;
