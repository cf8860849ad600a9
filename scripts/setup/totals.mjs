import { existsSync, readFileSync } from 'node:fs';

/** What vitest counted. A file that could not be loaded has no tests, and yet it failed. */
export function readTotals(file, exitCode) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
  const count = (status) =>
    report.testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  const unloaded = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  const failed = count('failed') + unloaded.length;
  // An error outside of any test, or a set-up that broke off: nothing is counted, but the run did not pass.
  return { passed: count('passed'), failed: failed || (exitCode === 0 ? 0 : 1) };
}

export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
