import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { sourceAlias } from '../source-alias.ts';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: [
    '../packages/widget/stories/*.mdx',
    '../packages/widget/{src,stories}/**/*.stories.ts',
    '../packages/counter/src/**/*.stories.ts',
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // What is of no use here, or asks to publish.
  features: { sidebarOnboardingChecklist: false, actions: false, controls: false, backgrounds: false },
  viteFinal: (vite) => mergeConfig(vite, { resolve: { alias: sourceAlias } }),
};

export default config;
