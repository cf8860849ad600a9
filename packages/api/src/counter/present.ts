import type { Visit } from '@paspor-antrean/contract';
import { idOfUuid, queueCode } from '../booking/codes.ts';
import { bitsOf, openPersonal } from '../booking/present.ts';
import type { Deps } from '../deps.ts';
import { addMinutes, isoAt, isoOfWall } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import type { VisitorRow, VisitRow } from './queries/read-visits.ts';

type PresentDeps = Pick<Deps, 'sealer' | 'dayKeys'>;

/** The queue code of one person of a visit. */
export const codeOf = (
  office: OfficeRecord,
  channel: string,
  { starts, number }: Pick<VisitorRow, 'starts' | 'number'>,
) => queueCode(office.letters[channel] ?? 'A', starts, number);

/** A booking as the counter sees it. `holders`: the claim `n` of its token. */
export const presentVisit = (office: OfficeRecord, row: VisitRow, holders: string | null): Visit => {
  const at = (instant: string | null) => instant && isoAt(new Date(instant), office.timeZone);
  return {
    id: idOfUuid(row.id),
    code: row.code,
    version: row.version,
    channel: row.channel,
    service: row.service,
    slot: row.starts,
    startsAt: isoOfWall(row.starts, office.timeZone),
    endsAt: isoOfWall(addMinutes(row.starts, row.minutes), office.timeZone),
    holders,
    applicants: row.applicants.map((person) => ({
      queueCode: codeOf(office, row.channel, person),
      status: person.status,
      arrivedAt: at(person.arrivedAt),
      device: person.device,
      conflicts: person.conflicts.map(({ at: seen, device }) => ({
        at: isoAt(new Date(seen), office.timeZone),
        device,
      })),
      calledAt: at(person.calledAt),
      booth: person.booth,
      servedAt: at(person.servedAt),
    })),
  };
};

/** The claim `n` of a visit's token; null where nothing personal was kept. */
export const holdersOf = async (deps: PresentDeps, office: OfficeRecord, row: VisitRow): Promise<string | null> => {
  const id = idOfUuid(row.id);
  const personal = await openPersonal(deps, office, id, row);
  return personal && ((await bitsOf(deps, office.id, row.starts, id, personal)) ?? null);
};

export const presentWhole = async (deps: PresentDeps, office: OfficeRecord, row: VisitRow): Promise<Visit> =>
  presentVisit(office, row, await holdersOf(deps, office, row));
