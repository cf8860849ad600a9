import type { Desk, DeskOptions } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { openVault } from './vault.ts';

const defaultStorage = 'paspor-loket';
const deviceClock = () => new Date();
/** Everything is over by then. */
const endOfTime = new Date(8.64e15);

/** Somebody signed in. What is unsent from before is sent under the new token. Rejects where there is no token. */
export const createDesk = async (options: DeskOptions): Promise<Desk> => {
  const { storage = defaultStorage, now = deviceClock, accessToken, staff } = options;
  const token = await accessToken();
  const vault = await openVault(storage, now);
  const before = await vault.read('session');
  if (before?.staff.office !== staff.office) await vault.wipe(endOfTime);
  // Until the first list says when the day is over.
  await vault.keep('session', { staff, token }, new Date(now().getTime() + 86_400_000));
  return openDesk(options, now, vault);
};

/** The page was loaded again, maybe without a network. Null: nobody is signed in on this device. */
export const resumeDesk = async (
  options: Omit<DeskOptions, 'staff' | 'accessToken'> & Partial<Pick<DeskOptions, 'accessToken'>>,
): Promise<Desk | null> => {
  const { storage = defaultStorage, now = deviceClock, accessToken } = options;
  const vault = await openVault(storage, now);
  const session = await vault.read('session');
  if (!session) {
    vault.close();
    return null;
  }
  const { staff, token } = session;
  return openDesk({ ...options, staff, accessToken: accessToken ?? (async () => token) }, now, vault);
};
