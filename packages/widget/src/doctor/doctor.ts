import { askApi, askVersion } from './api.ts';
import { lookAtColours } from './contrast.ts';
import type { Finding } from './findings.ts';
import { lookAtPage } from './page.ts';
import { openPanel } from './panel.ts';
import { readViolation } from './policy.ts';
import { chooseWords } from './words.ts';

interface Patient {
  /** Where our first module came from. */
  script: string;
  /** Filled while the page lives. */
  violations: readonly SecurityPolicyViolationEvent[];
}

const loaded = () =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((done) => addEventListener('load', done, { once: true }));

/** Where the tag asks; an `api` that is no address is asked for at the script's place, as if it were not there. */
const apiOf = (tag: Element | undefined, script: string): string => {
  const { origin } = new URL(script);
  try {
    return new URL(tag?.getAttribute('api') || origin, document.baseURI).origin;
  } catch {
    return origin;
  }
};

/** The same thing found twice is said once. */
const distinct = (findings: readonly Finding[]) => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** Looks at the page that the widget stands in, and says in it what its webmaster has to put right. */
export const examine = async ({ script, violations }: Patient): Promise<void> => {
  await loaded();
  const tags = [...document.querySelectorAll<HTMLElement>('paspor-antrean')];
  const [tag] = tags;
  const api = apiOf(tag, script);
  const ours = [...new Set([api, new URL(script).origin])];
  const lang = tag?.lang || document.documentElement.lang || 'id';

  const ids = [...new Set(tags.flatMap((each) => (each.getAttribute('office') ?? '').split(/\s+/)))].filter(Boolean);
  const answers = (await Promise.all([askApi(api, ids), askVersion(api, script)])).flat();
  const refused = () => violations.flatMap((violation) => readViolation(violation, ours) ?? []);
  const look = (): Finding[] => {
    const policy = refused();
    // What the policy refuses never reaches the network: the API is not to blame.
    const asked = policy.some(({ kind }) => kind === 'policy')
      ? answers.filter(({ kind }) => kind !== 'unreachable' && kind !== 'origin-not-listed')
      : answers;
    const started = customElements.get('paspor-antrean') !== undefined;
    const silent: Finding[] = started || policy.length > 0 ? [] : [{ kind: 'not-started' }];
    return distinct([...policy, ...silent, ...asked, ...lookAtPage(tags, api), ...tags.flatMap(lookAtColours)]);
  };
  const show = openPanel(chooseWords(lang), lang.toLowerCase().startsWith('en') ? 'en' : 'id');
  show(look());
  // What is refused only at a later step comes to the list when it happens.
  document.addEventListener('securitypolicyviolation', () => show(look()));
};
