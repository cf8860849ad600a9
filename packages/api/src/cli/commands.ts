import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { keysNew } from './keys-new.ts';
import { keysRehash } from './keys-rehash.ts';
import { keysRetire } from './keys-retire.ts';
import { keysRotate } from './keys-rotate.ts';
import { migrate } from './migrate.ts';
import { officeExport } from './office-export.ts';
import { officeImport } from './office-import.ts';
import { officeList } from './office-list.ts';
import { purge } from './purge.ts';
import { release } from './release.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { slotAdd } from './slot-add.ts';
import { tokenInspect } from './token-inspect.ts';
import { tokenStaff } from './token-staff.ts';
import { tokenVerify } from './token-verify.ts';

/** All there are, in the order of `--help`. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  seed,
  officeList,
  officeImport,
  officeExport,
  release,
  slotAdd,
  keysNew,
  keysRotate,
  keysRehash,
  keysRetire,
  tokenInspect,
  tokenVerify,
  tokenStaff,
  doctor,
  purge,
];
