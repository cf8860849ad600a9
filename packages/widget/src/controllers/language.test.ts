import { expect, test, vi } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { Language } from './language.ts';

/** The first import of a language is compiled on the spot, which a busy machine takes its time for. */
const soon = (seen: () => void) => vi.waitFor(seen, { timeout: 10_000 });

test('Indonesian is there at once, as far as the journey is loaded', () => {
  const strings = new Language(() => undefined).strings('id');
  expect(strings?.service.heading).toBe('Pilih layanan');
  expect(strings?.ticket).toBeUndefined();
});

test('another language is loaded first, and the last one stays until it is there', async () => {
  const loaded = vi.fn();
  const language = new Language(loaded);
  expect(language.strings('en')).toBeUndefined();
  await soon(() => expect(loaded).toHaveBeenCalledOnce());
  expect(language.strings('en')).toBe(en);

  const other = new Language(loaded);
  expect(other.strings('id')?.lang).toBe('id');
  expect(other.strings('en')?.lang).toBe('id');
  await soon(() => expect(other.strings('en')).toBe(en));
});

test('a draft is loaded for the tag that asks for it, and is not for a page that is written in it', async () => {
  const loaded = vi.fn();
  const language = new Language(loaded);
  expect(language.strings('', 'su')?.lang).toBe('id');
  language.strings('su');
  await soon(() => expect(loaded).toHaveBeenCalledOnce());
  expect(language.strings('su')?.lang).toBe('su');
});
