import { type EdgeConfig, readEdgeConfig } from './config.ts';
import type { AssetBinding } from './site/bound-assets.ts';

/** What a worker is given: settings and secrets as text, and two things that only its platform has. */
export interface Bindings {
  /** A pool near the database; without one, `DATABASE_URL` is connected to directly. */
  HYPERDRIVE?: { connectionString: string };
  /** The widget and the script of the API reference; none: they are not served. */
  ASSETS?: AssetBinding;
  [setting: string]: unknown;
}

/** The settings of `docs/operating.md`, by the same rules. Fails with all that is wrong at once. */
export const readBindings = ({ HYPERDRIVE, ASSETS, ...given }: Bindings): EdgeConfig => {
  const settings: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(given)) {
    // A number in a configuration file is as good as its text; anything else is left to fail by name.
    settings[name] = typeof value === 'number' ? String(value) : (value as string);
  }
  if (!HYPERDRIVE) return readEdgeConfig(settings);
  const { connectionString } = HYPERDRIVE;
  return readEdgeConfig({ ...settings, DATABASE_URL: connectionString, DATABASE_POOLER: 'transaction' });
};
