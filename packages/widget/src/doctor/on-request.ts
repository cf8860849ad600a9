/** What the page's policy refused, from before our own first request on. */
const violations: SecurityPolicyViolationEvent[] = [];

/**
 * The only part of the doctor that every page pays for. It stands before Lit in the module, so that the doctor still
 * comes where Lit cannot make its Trusted Types policy.
 */
if (
  globalThis.document &&
  (/[?&]antrean-doctor\b/.test(location.search) || document.querySelector('paspor-antrean[doctor]'))
) {
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event));
  import('./doctor.ts')
    .then(({ examine }) => examine({ script: import.meta.url, violations }))
    .catch((error: unknown) => console.error('antrean-doctor', error));
}

export {};
