import { readFileSync } from 'node:fs';
import { office } from '@paspor-antrean/contract/examples';
import { counterProblemCodes, problemStatus } from '@paspor-antrean/contract/wire';
import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose.ts';
import { createFormat } from './format.ts';
import { id } from './id/index.ts';
import { languages } from './languages.ts';
import type { FieldKind, Strings } from './strings.ts';

const all = [id, ...(await Promise.all(Object.values(languages).map(({ load }) => load())))];
const drafts = Object.keys(languages).filter((name) => languages[name]?.draft);

/** Every sentence under its path; a function is asked with marks in the place of what it is told. */
const sentencesOf = (node: unknown, path = ''): [path: string, text: string][] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, `${node('‹7›', '‹8›', '‹9›')}`]];
  return Object.entries(node as object).flatMap(([key, value]) => sentencesOf(value, path ? `${path}.${key}` : key));
};
const kinds: FieldKind[] = ['name', 'nik', 'birthOn', 'relation', 'phone', 'email', 'guardian', 'office', 'code'];
const ofNik = ['NIK_LENGTH', 'NIK_DAY', 'NIK_MONTH', 'NIK_SERIAL', 'DUPLICATE'] as const;
const codes = ['REQUIRED', 'FORMAT', 'FUTURE', 'TOO_LONG', ...ofNik] as const;
/** All that a language says; a fault's words are for a field and a code, not for any text. */
const sayings = ({ lang, format, people: { fault, ...people }, ...rest }: Strings) => [
  ...sentencesOf({ ...rest, people }),
  ...kinds.flatMap((kind) => codes.map((code) => [`fault.${kind}.${code}`, fault(kind, code, 9)] as const)),
];
const marksIn = (text: string) => [...new Set(text.match(/‹\d›/g))].sort();

/** Words that only one of the languages has, or that the others write otherwise. */
const only: Record<string, RegExp> = {
  id: /\b(yang|dan|atau|dengan|untuk|tidak|belum|sudah|anda|ini|itu|kami|dapat|pada|adalah|orang|hari|silakan|lagi)\b/i,
  en: /\b(the|and|your?|please|not|with|of|is|are|was|can|choose|enter|which)\b/i,
  su: /\b(anjeun|mangga|parantos|henteu|teu|sareng|kanggo|atanapi|dina|ieu|nu|deui|nuju)\b/i,
  jv: /\b(panjenengan|sumangga|sampun|dereng|boten|kaliyan|kangge|utawi|ing|punika|ingkang|malih|nembe)\b/i,
};
/** Official names of units and papers stay Indonesian in every language. */
const properName = /\.kind\./;

describe.each(all.map((strings) => [strings.lang, strings] as const))('%s', (lang, strings) => {
  const said = new Map(sayings(strings));

  test('has a sentence for each in Indonesian, and says in it all that it is told', () => {
    const indonesian = sayings(id);
    expect([...said.keys()].sort()).toEqual(indonesian.map(([path]) => path).sort());
    for (const [path, text] of indonesian)
      expect({ path, marks: marksIn(said.get(path) ?? '') }).toEqual({ path, marks: marksIn(text) });
    for (const [path, text] of said) expect({ path, text: text.trim() }).not.toEqual({ path, text: '' });
  });

  test('says what it can be told in every way', () => {
    const { common, time, manage, people } = strings;
    expect(common.retryIn(30, false)).toContain('30');
    expect(common.retryIn(200, true)).toContain('4');
    expect(common.holdWarning(2, true)).not.toBe(common.holdWarning(2, false));
    expect(manage.moveHelp(1)).not.toBe(manage.moveHelp(2));
    expect(people.person(1, 1)).not.toMatch(/\d/);
    for (const sentence of [time.fullDay(undefined), time.notReleased(undefined, undefined)])
      expect(sentence).not.toMatch(/undefined|null/);
  });

  test('has no words of another language', () => {
    for (const [other, words] of Object.entries(only))
      if (other !== lang)
        for (const [path, text] of said)
          if (!properName.test(path)) expect({ path, text, word: words.exec(text)?.[0] }).toEqual({ path, text });
  });

  test('says of every field what is wrong', () => {
    const { fault } = strings.people;
    for (const kind of kinds) expect(fault(kind, 'REQUIRED', 0)).toMatch(/\.$/);
    expect(fault('nik', 'NIK_LENGTH', 9)).toMatch(/16.*9/);
    expect(new Set(ofNik.map((code) => fault('nik', code, 9))).size).toBe(ofNik.length);
  });

  test('has a sentence for every problem, and words for every document of the demo offices', () => {
    const toTheStaff: readonly string[] = counterProblemCodes;
    const toApplicants = Object.keys(problemStatus).filter((code) => !toTheStaff.includes(code));
    for (const code of toApplicants) expect(strings.problems).toHaveProperty(code);
    for (const { documents } of office.services)
      for (const name of documents) expect(strings.ticket.documents[name]).toBeTruthy();
  });
});

describe('the language', () => {
  test('is the first that was asked for, else Indonesian', () => {
    expect(chooseLanguage('', undefined, 'en-US')).toBe('en');
    expect(chooseLanguage('en_US')).toBe('en');
    expect(chooseLanguage('ID')).toBe('id');
    expect(chooseLanguage('fr', 'en')).toBe('id');
    expect(chooseLanguage('toString')).toBe('id');
    expect(chooseLanguage(undefined)).toBe('id');
  });

  test.each(drafts)('is never the draft %s unless the tag itself asks for it', (draft) => {
    expect(chooseLanguage(draft, 'en')).toBe(draft);
    expect(chooseLanguage(`${draft}-ID`)).toBe(draft);
    expect(chooseLanguage('', draft)).toBe('id');
    expect(chooseLanguage(undefined, undefined, draft)).toBe('id');
    expect(chooseLanguage('en', draft)).toBe('en');
  });

  test('is a draft only where the guide for webmasters says so', () => {
    const guide = readFileSync(new URL('../../../../docs/embedding.md', import.meta.url), 'utf8');
    const [, listed = ''] = /^Drafts: (.*)$/m.exec(guide) ?? [];
    expect([...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual(drafts.sort());
  });
});

test('dates are Indonesian where the browser knows no others', () => {
  const on = '2026-05-04';
  expect(createFormat(['xx', 'id'], '.', '.').day(on)).toBe(id.format.day(on));
});
