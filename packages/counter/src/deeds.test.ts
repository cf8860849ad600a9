import { Refused, Unreachable } from '@paspor-antrean/client';
import { describe, expect, test } from 'vitest';
import { type Given, makeDesk, single, welcome } from '../stories/desk.ts';
import { peopleOf } from './day/people.ts';
import { createDeeds } from './deeds.ts';
import type { Verdict } from './desk/desk.ts';
import { blankPage, type PageEvent, type PageState } from './page-state.ts';
import { reduce } from './reduce.ts';

const open = (given: Given, booth = 'Loket 3') => {
  const desk = makeDesk(given);
  const page: { state: PageState; left: boolean } = { state: blankPage, left: false };
  const send = (event: PageEvent) => {
    page.state = reduce(page.state, event);
  };
  const left = () => {
    page.left = true;
  };
  const deeds = createDeeds({ desk, state: () => page.state, send, booth: () => booth, left });
  const [person] = desk.state.day ? peopleOf(desk.state.day).filter(({ stage }) => stage === 'waiting') : [];
  if (!person) throw new Error('Nobody waits');
  return { page, deeds, person };
};

const refused = (code: 'ALREADY_CALLED') =>
  new Refused({ type: `/docs/problems#${code}`, title: code, status: 409, code, detail: code });

describe('at the counter', () => {
  test('of two scans the later one counts, whichever is answered first', async () => {
    const answers: ((verdict: Verdict) => void)[] = [];
    const { page, deeds } = open({ does: { present: () => new Promise((answer) => answers.push(answer)) } });
    const scans = [deeds.present('one'), deeds.present('two')];
    answers[1]?.({ kind: 'cancelled' });
    answers[0]?.({ kind: 'forged' });
    await Promise.all(scans);
    expect(page.state.reception?.verdict.kind).toBe('cancelled');
  });

  test('an arrival that is recorded late leaves who was scanned since on the page', async () => {
    let recorded = () => {};
    const does = { arrive: () => new Promise<void>((done) => (recorded = done)) };
    const { page, deeds } = open({ verdict: welcome(single), does });
    await deeds.present('A09-021');
    const arriving = deeds.arrive();
    await deeds.present('A09-021');
    recorded();
    await arriving;
    expect(page.state.reception?.verdict.kind).toBe('welcome');
    expect(page.state.arrived).toBeNull();
  });

  test('a call that was refused is told, also when someone was scanned meanwhile', async () => {
    let refuse = (_: Error) => {};
    const does = { call: () => new Promise<void>((_, no) => (refuse = no)) };
    const { page, deeds, person } = open({ does });
    const calling = deeds.call(person);
    await deeds.present('A09-021');
    refuse(refused('ALREADY_CALLED'));
    await calling;
    expect(page.state.trouble).toEqual({ deed: 'call', code: 'ALREADY_CALLED' });
  });

  test('nobody is called to a booth without a name', async () => {
    const { page, deeds, person } = open({}, '');
    await deeds.call(person);
    expect(page.state.trouble).toEqual({ deed: 'call', code: 'NO_BOOTH' });
  });

  test('without a network only its code is told, never what was sent', async () => {
    const does = { admitWalkIn: () => Promise.reject(new Unreachable('9901011205500001')) };
    const { page, deeds } = open({ does });
    await deeds.admit({ channel: 'priority', service: 'new', nik: '9901 0112 0550 0001' });
    expect(page.state.trouble).toEqual({ deed: 'walk-in', code: 'UNREACHABLE' });
    expect(JSON.stringify(page.state)).not.toContain('99010112');
  });
});

describe('who signs out', () => {
  test('with something unsent is asked first, and stays where it cannot be sent', async () => {
    const { page, deeds } = open({ state: { unsent: 2, online: false } });
    await deeds.leave('ask');
    expect(page.state.isLeaving).toBe(true);
    await deeds.leave('send');
    expect(page.left).toBe(false);
    expect(page.state.trouble).toEqual({ deed: 'leave', code: 'UNREACHABLE' });
    await deeds.leave('discard');
    expect(page.left).toBe(true);
  });

  test('with nothing unsent is out at once', async () => {
    const { page, deeds } = open({});
    await deeds.leave('ask');
    expect(page.left).toBe(true);
  });
});
