import { asUnusable } from '../staff/discover.ts';
import { findKeys } from '../staff/provider.ts';
import type { Finding } from './examine.ts';
import { type Env, settings } from './settings.ts';

/** Whether the staff could sign in: the start cannot wait for another's server to say so. Nothing where none is set. */
export const examineProvider = async (env: Env): Promise<Finding[]> => {
  const { STAFF_ISSUER } = await settings(env, 'STAFF_ISSUER');
  if (!STAFF_ISSUER) return [];
  const detail = await findKeys(STAFF_ISSUER)
    .then((keys) => keys.reload())
    .then(
      () => '',
      (error: unknown) => asUnusable(error).extras.detail ?? '',
    );
  return [{ check: 'the staff’s identity provider has keys for us', ok: detail === '', detail }];
};
