import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HoldCountdown } from './hold-countdown.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const countdown = (deadline: { at: number | undefined }) => {
  const told: string[] = [];
  const controller = new HoldCountdown(host, {
    deadline: () => deadline.at,
    now: () => Date.now(),
    warned: (minutes) => told.push(`warned ${minutes}`),
    ended: () => told.push('ended'),
  });
  controller.hostConnected();
  return { controller, told };
};

test('warns once at two minutes and ends once', () => {
  const { told } = countdown({ at: 600_000 });
  vi.advanceTimersByTime(479_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['warned 2']);
  vi.advanceTimersByTime(300_000);
  expect(told).toEqual(['warned 2', 'ended']);
});

test('a tab that slept through the end finds out at its first look', () => {
  const { controller, told } = countdown({ at: 600_000 });
  vi.setSystemTime(3_600_000);
  expect(controller.remainingMs).toBe(0);
  controller.look();
  expect(told).toEqual(['ended']);
});

test('an extended hold runs on and may warn again', () => {
  const deadline = { at: 600_000 as number | undefined };
  const { controller, told } = countdown(deadline);
  vi.advanceTimersByTime(500_000);
  deadline.at = 1_200_000;
  controller.look();
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual(['warned 2', 'warned 2']);
  expect(controller.remainingMs).toBe(100_000);
});

test('another hold that ends at the same second ends too', () => {
  const deadline = { at: 600_000 as number | undefined };
  const { controller, told } = countdown(deadline);
  vi.setSystemTime(600_000);
  controller.look();
  deadline.at = undefined;
  controller.look();
  vi.setSystemTime(599_000);
  deadline.at = 600_000;
  controller.look();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['ended', 'warned 1', 'ended']);
});

test('without a hold nothing ticks', () => {
  countdown({ at: undefined });
  expect(vi.getTimerCount()).toBe(0);
});
