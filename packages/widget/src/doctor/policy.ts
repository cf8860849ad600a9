import type { Finding } from './findings.ts';

/** A violation as far as the doctor reads it. */
export type Violation = Pick<
  SecurityPolicyViolationEvent,
  'effectiveDirective' | 'blockedURI' | 'originalPolicy' | 'sample'
>;

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').flatMap((part) => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );

/** The directive as it stands, or what stands in for it, with one source more. */
const widened = (policy: Map<string, string[]>, name: string, source: string): string => {
  const general = name.replace(/-(?:elem|attr)$/, '');
  const found = [name, general, 'default-src'].find((each) => policy.has(each));
  const kept = (policy.get(found ?? '') ?? []).filter((each) => each !== "'none'");
  return [found === name ? name : general, ...kept, source].join(' ');
};

/** What a refusal means for us, with the exact line to put in its place; undefined: it is none of ours. */
export const readViolation = (violation: Violation, ours: readonly string[]): Finding | undefined => {
  const { effectiveDirective, blockedURI, originalPolicy, sample } = violation;
  const policy = directives(originalPolicy);
  if (effectiveDirective === 'trusted-types') {
    if (!/\blit-html\b/.test(sample)) return undefined;
    const names = (policy.get('trusted-types') ?? []).filter((name) => name !== "'none'");
    const taken = names.includes('lit-html') || names.includes('*');
    const line = ['trusted-types', ...names, taken ? "'allow-duplicates'" : 'lit-html'].join(' ');
    return { kind: taken ? 'policy-taken' : 'policy', line };
  }
  const origin = ours.find((each) => blockedURI === each || blockedURI.startsWith(`${each}/`));
  return origin ? { kind: 'policy', line: widened(policy, effectiveDirective, origin) } : undefined;
};
