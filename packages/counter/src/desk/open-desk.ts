import { createBareClient, Refused } from '@paspor-antrean/client';
import { verifyTicket } from '@paspor-antrean/client/ticket';
import { createAccess } from './access.ts';
import { checkHolder, tidyNik } from './check-holder.ts';
import { openDayBook } from './day-book.ts';
import { withArrivals } from './day-list.ts';
import type { Desk, DeskOptions, DeskState } from './desk.ts';
import { SignedOut, UnsentArrivals } from './errors.ts';
import { judgeCode, judgeTicket, type Known, listOfToday, type Verdict } from './judge.ts';
import { openKeys } from './keys.ts';
import { newArrival } from './new-arrival.ts';
import { openOutbox } from './outbox.ts';
import { readPresented } from './presented.ts';
import { createServerClock } from './server-clock.ts';
import { createSync } from './sync.ts';
import type { Vault } from './vault.ts';

/** Puts the parts together: what is asked goes through `access`, what is known is in the book, the keys and the outbox. */
export const openDesk = async (options: DeskOptions, now: () => Date, vault: Vault): Promise<Desk> => {
  const { client, baseUrl = '', accessToken, staff, fetch } = options;
  const { office } = staff;
  const site = createBareClient({ baseUrl, retries: 0, timeoutMs: 5000, ...(fetch && { fetch }) });
  const clock = createServerClock(now, vault.clockOffMs);
  const listeners = new Set<() => void>();
  /** The token of what was scanned. Of what was typed the code of its visit says as much. */
  const tokens = new WeakMap<Verdict, string>();
  let snapshot: DeskState | undefined;
  let isOver = false;
  let wiping: ReturnType<typeof setTimeout> | undefined;
  /** One after another, so that a button that was pressed twice is noticed. */
  let arriving: Promise<unknown> = Promise.resolve();

  const changed = () => {
    snapshot = undefined;
    for (const listener of listeners) listener();
  };
  const access = createAccess(accessToken, changed);
  const book = await openDayBook({
    vault,
    clock,
    changed: () => {
      changed();
      planWipe();
    },
    read: (on) => access.ask((staffToken) => client.readDay({ staffToken, office, on }, { retries: 0 }), true),
  });
  const until = () => book.until;
  const keys = await openKeys({ vault, now, until, read: () => site.readJwks() });
  const outbox = await openOutbox({
    vault,
    office,
    clock,
    until,
    send: (batch) =>
      access.ask((staffToken) => client.recordArrivals({ staffToken, office, ...batch }, { retries: 0 }), true),
    changed: (visits) => {
      book.learn(visits);
      changed();
    },
  });

  const keepSession = async () => {
    if (access.token !== undefined) await vault.keep('session', { staff, token: access.token }, book.until);
  };

  /** Whether it worked; what did not is asked again later. Only the end of the session ends that. */
  const worked = async (...steps: Promise<unknown>[]) => {
    const failed = (await Promise.allSettled(steps)).flatMap((step) => (step.status === 'rejected' ? step.reason : []));
    if (failed.some((reason) => reason instanceof SignedOut)) end();
    return failed.length === 0;
  };
  const exchange = async () => {
    const isRead = await worked(book.read().then(keepSession), keys.renew());
    return (await worked(outbox.flush())) && isRead;
  };
  const sync = createSync({ exchange, isUrgent: () => outbox.arrivals.length > 0 });

  const planWipe = () => {
    clearTimeout(wiping);
    const waitMs = book.until.getTime() - clock.now().getTime();
    if (book.day && !isOver) wiping = setTimeout(wipe, Math.max(0, Math.min(waitMs, 2 ** 31 - 1)));
  };
  const wipe = async () => {
    book.forget();
    planWipe();
    await worked(vault.wipe(clock.now()).then(outbox.reload));
  };

  const end = () => {
    isOver = true;
    sync.close();
    clearTimeout(wiping);
    vault.close();
    changed();
  };
  const requireSession = () => {
    if (isOver) throw new SignedOut();
  };

  vault.hear((what) => {
    if (what === 'signed-out') end();
    else worked(outbox.reload());
  });

  const describe = (): DeskState => {
    const day = isOver ? null : book.day && withArrivals(book.day, outbox.arrivals, vault.device);
    return {
      staff,
      day,
      asOf: day && new Date(day.asOf),
      online: access.online,
      unsent: isOver ? 0 : outbox.arrivals.length,
      clashes: isOver ? [] : outbox.clashes,
      clockOffMs: clock.offMs,
      isExpired: isOver || access.isExpired,
      isOver,
    };
  };
  const state = () => {
    snapshot ??= describe();
    return snapshot;
  };
  const known = (): Known => ({
    office: book.office,
    day: state().day,
    device: vault.device,
    kept: outbox.arrivals,
    now: clock.now(),
  });

  const judgeToken = async (token: string) => {
    const check = () => verifyTicket(token, keys.jwks, clock.now());
    // Just signed in: the keys and the list, which says which office this is, are on their way.
    if (keys.jwks.keys.length === 0 || !book.office) await sync.wake();
    let checked = await check();
    if (!checked.valid && checked.reason === 'unknown-key' && access.online && (await keys.seek()))
      checked = await check();
    const verdict = judgeTicket(checked, known());
    tokens.set(verdict, token);
    return verdict;
  };

  const arrive = async (verdict: Verdict, queueCodes: readonly string[]) => {
    requireSession();
    const token = tokens.get(verdict);
    const arrival = newArrival({
      verdict,
      token,
      queueCodes,
      day: state().day,
      kept: outbox.arrivals,
      now: clock.now(),
    });
    if (!arrival) return;
    await outbox.keep(arrival);
    if (access.online) worked(outbox.flush());
  };

  const progress =
    (act: 'callApplicants' | 'serveApplicants' | 'missApplicants') =>
    async (id: string, queueCodes: readonly string[], booth?: string) => {
      requireSession();
      // The API has to know first that they came.
      if (access.online) await worked(outbox.flush());
      const who = queueCodes.length > 0 ? { queueCodes: [...queueCodes] } : {};
      const visit = await access
        .ask((staffToken) => client[act]({ staffToken, office, id, ...who, ...(booth && { booth }) }))
        .catch(async (error: unknown) => {
          // Another booth was quicker: whoever presses again has to see what stands now.
          if (error instanceof Refused && access.online) await worked(book.read());
          throw error;
        });
      book.learn([visit]);
    };

  planWipe();
  sync.wake();
  return {
    get state() {
      return state();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    present: async (text) => {
      requireSession();
      const presented = readPresented(text);
      if (!presented) return { kind: 'unreadable' };
      if ('token' in presented) return judgeToken(presented.token);
      // A code is worth what the list says, once there is one.
      if (!book.day) await sync.wake();
      return judgeCode(presented, known());
    },
    checkHolder: async (verdict, nik) => checkHolder(verdict, tidyNik(nik), listOfToday(known())?.dayKeys ?? []),
    arrive: (verdict, queueCodes) => {
      const arrived = arriving.then(() => arrive(verdict, queueCodes));
      arriving = arrived.catch(() => {});
      return arrived;
    },
    call: progress('callApplicants'),
    serve: progress('serveApplicants'),
    miss: progress('missApplicants'),
    admitWalkIn: async ({ nik, ...input }) => {
      requireSession();
      const visit = await access.ask((staffToken) =>
        client.admitWalkIn({ staffToken, office, ...input, nik: tidyNik(nik) }),
      );
      book.learn([visit]);
      return visit;
    },
    releaseClaim: async (nik) => {
      requireSession();
      const claim = { office, nik: tidyNik(nik) };
      return (await access.ask((staffToken) => client.releaseClaim({ staffToken, ...claim }))).released;
    },
    refresh: () => sync.wake(),
    dismiss: async (clash) => {
      requireSession();
      await outbox.dismiss(clash);
    },
    signOut: async ({ discard = false } = {}) => {
      requireSession();
      if (!discard) await worked(outbox.flush());
      const unsent = await vault.clear(discard);
      if (unsent > 0) throw new UnsentArrivals(unsent);
      end();
    },
    close: () => {
      listeners.clear();
      end();
    },
  };
};
