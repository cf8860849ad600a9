import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { childDocuments, documentNames } from './documents.ts';
import { privacyVersion } from './privacy-page.ts';

const read = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));

it('has the words of the demo data for every document', async () => {
  const services = await read('services');
  expect(documentNames).toEqual(services.documentNames);
  expect(childDocuments).toEqual(services.documents.child);
});

it('serves the version of the privacy notice that the demo offices name', async () => {
  const { privacy } = await read('policy');
  expect(privacy).toEqual({ url: '/privasi', version: privacyVersion });
});
