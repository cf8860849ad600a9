import { expect, test, vi } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { Language } from './language.ts';

test('Indonesian is there at once, as far as the journey is loaded', () => {
  const strings = new Language(() => undefined).strings('id');
  expect(strings?.service.heading).toBe('Pilih layanan');
  expect(strings?.ticket).toBeUndefined();
});

test('another language is loaded first, and the last one stays until it is there', async () => {
  const loaded = vi.fn();
  const language = new Language(loaded);
  expect(language.strings('en')).toBeUndefined();
  await vi.waitFor(() => expect(loaded).toHaveBeenCalledOnce());
  expect(language.strings('en')).toBe(en);

  const other = new Language(loaded);
  expect(other.strings('id')?.lang).toBe('id');
  expect(other.strings('en')?.lang).toBe('id');
  await vi.waitFor(() => expect(other.strings('en')).toBe(en));
});

test('a draft is loaded for the tag that asks for it, and is not for a page that is written in it', async () => {
  const loaded = vi.fn();
  const language = new Language(loaded);
  expect(language.strings('', 'su')?.lang).toBe('id');
  language.strings('su');
  await vi.waitFor(() => expect(loaded).toHaveBeenCalledOnce());
  expect(language.strings('su')?.lang).toBe('su');
});
