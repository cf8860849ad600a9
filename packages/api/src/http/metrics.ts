import { sha256, toHex } from '../bytes.ts';
import { Refusal } from '../refusal.ts';

/**
 * Metrics are for a bearer of `METRICS_TOKEN`, or, where none is set, for this machine itself: not for what a proxy on
 * it passes on, and not for a page that a browser on it has open.
 */
export const allowMetrics = async (request: Request, peer: string, token: string | undefined): Promise<void> => {
  const given = request.headers.get('authorization') ?? '';
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'origin'].some((name) =>
    request.headers.has(name),
  );
  const isHere = /^(127\.|::1$|::ffff:127\.)/.test(peer) && !passedOn;
  // Compared by hash, so that the time it takes says nothing of the token.
  const isBearer = token !== undefined && toHex(await sha256(given)) === toHex(await sha256(`Bearer ${token}`));
  if (token === undefined ? !isHere : !isBearer) throw new Refusal(given === '' ? 'TOKEN_MISSING' : 'TOKEN_INVALID');
};

/** Counts and durations for Prometheus, by route name and status: nothing personal can be a label. */
export interface Metrics {
  observe(route: string, status: number, seconds: number): void;
  print(): string;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Series {
  count: number;
  sum: number;
  below: number[];
}

export const createMetrics = (): Metrics => {
  const requests = new Map<string, number>();
  const durations = new Map<string, Series>();
  return {
    observe(route, status, seconds) {
      const labels = `route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const series = durations.get(route) ?? { count: 0, sum: 0, below: buckets.map(() => 0) };
      series.count += 1;
      series.sum += seconds;
      buckets.forEach((bound, at) => {
        if (seconds <= bound) series.below[at] = (series.below[at] ?? 0) + 1;
      });
      durations.set(route, series);
    },
    print() {
      const lines = ['# HELP antrean_requests_total Answered requests.', '# TYPE antrean_requests_total counter'];
      for (const [labels, count] of requests) lines.push(`antrean_requests_total{${labels}} ${count}`);
      lines.push('# HELP antrean_request_seconds Time to answer.', '# TYPE antrean_request_seconds histogram');
      for (const [route, { count, sum, below }] of durations) {
        buckets.forEach((bound, at) => {
          lines.push(`antrean_request_seconds_bucket{route="${route}",le="${bound}"} ${below[at] ?? 0}`);
        });
        lines.push(`antrean_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`);
        lines.push(
          `antrean_request_seconds_sum{route="${route}"} ${sum}`,
          `antrean_request_seconds_count{route="${route}"} ${count}`,
        );
      }
      return `${lines.join('\n')}\n`;
    },
  };
};
