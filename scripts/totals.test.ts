import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closingLine, readTotals } from './setup/totals.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paspor-totals-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function totals(testResults: { status: string; assertionResults: { status: string }[] }[], exitCode: number): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ testResults }));
  return closingLine(readTotals(file, exitCode));
}

const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('the closing line', () => {
  it('counts tests', () => {
    const files = [
      { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped') },
      { status: 'failed', assertionResults: tests('passed', 'failed') },
    ];
    expect(totals(files, 1)).toBe('3 passed, 1 failed');
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(totals([{ status: 'failed', assertionResults: [] }], 1)).toBe('0 passed, 1 failed');
  });

  it('counts a run that failed outside of any test', () => {
    expect(totals([{ status: 'passed', assertionResults: tests('passed') }], 1)).toBe('1 passed, 1 failed');
    expect(closingLine(readTotals(join(folder, 'none.json'), 1))).toBe('0 passed, 1 failed');
  });
});
