import { idOfUuid } from '../booking/codes.ts';
import { openPersonal } from '../booking/present.ts';
import type { Deps } from '../deps.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import type { VisitorRow, VisitRow } from './queries/read-visits.ts';

/** True when a NIK is that of one of these people, by what was sealed with the booking. */
export const belongsTo = async (
  deps: Pick<Deps, 'sealer'>,
  office: OfficeRecord,
  row: VisitRow,
  people: readonly VisitorRow[],
  nik: string,
): Promise<boolean> => {
  const personal = await openPersonal(deps, office, idOfUuid(row.id), row);
  return people.some(({ position }) => personal?.applicants[position]?.nik === nik);
};
