import type { Answer, EndpointName, ProblemCode } from '@paspor-antrean/contract';
import { type ProblemExtras, Refusal } from './refusal.ts';

/** What can go wrong with a call, beside what the rules refuse. */
export type Fault<N extends EndpointName = EndpointName> =
  /** Answered this many milliseconds of the device's time later; Infinity: never. */
  | { slowMs: number }
  /** No connection: nothing reaches the API. */
  | { offline: true }
  /** It takes effect, and its answer is lost. */
  | { answerLost: true }
  /** Someone else answers: the page of a captive portal or a proxy. */
  | { captivePortal: true }
  /** Refused, with the extras of that problem beside the code. `OVERLOADED` asks for 2 seconds unless told. */
  | ({ code: ProblemCode } & ProblemExtras)
  /** The answer, changed on its way. It must still be one that the contract allows. */
  | { change: (answer: Answer<N>) => Answer<N> };

interface Planned {
  endpoint: EndpointName | 'every';
  fault: Fault;
  times: number;
}

export const createFaults = () => {
  const planned: Planned[] = [];
  return {
    plan: (endpoint: EndpointName | 'every', fault: Fault, times: number): (() => void) => {
      const entry = { endpoint, fault, times };
      planned.push(entry);
      return () => {
        entry.times = 0;
      };
    },
    /** The faults of this call. Each that was planned for so many times is used up by one. */
    take: (name: EndpointName | undefined): Fault[] =>
      planned
        .filter((entry) => entry.times > 0 && (entry.endpoint === 'every' || entry.endpoint === name))
        .map((entry) => {
          entry.times -= 1;
          return entry.fault;
        }),
  };
};

/** Before the API hears of the call. */
export const delay = async (faults: readonly Fault[], signal: AbortSignal): Promise<void> => {
  const ms = faults.reduce((sum, fault) => sum + ('slowMs' in fault ? fault.slowMs : 0), 0);
  if (ms > 0) await wait(ms, signal);
  if (faults.some((fault) => 'offline' in fault)) throw noConnection();
  const refused = faults.find((fault) => 'code' in fault);
  if (!refused) return;
  const { code, ...extras } = refused;
  throw new Refusal(code, { ...(code === 'OVERLOADED' && { retryAfterSeconds: 2 }), ...extras });
};

/** After it answered. */
export const changed = (faults: readonly Fault[], body: unknown): unknown =>
  faults.reduce((now, fault) => ('change' in fault ? (fault.change as (body: unknown) => unknown)(now) : now), body);

/** On the way back. */
export const delivered = (faults: readonly Fault[], response: Response): Response => {
  if (faults.some((fault) => 'answerLost' in fault)) throw noConnection();
  if (!faults.some((fault) => 'captivePortal' in fault)) return response;
  return new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
};

const noConnection = () => new TypeError('Failed to fetch');

/** Timers take no more than 24 days. */
const never = 2 ** 31 - 1;

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, never));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
