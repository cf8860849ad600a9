import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import { crossFaults } from './office-faults.ts';
import { type FileName, fileNames, type OfficeFiles, officeFiles } from './office-files.ts';

export const demoFolder = fileURLToPath(new URL('../../data/', import.meta.url));

/** Everything that is wrong with the files, each with its place. */
export class FilesInvalid extends Error {
  override name = 'FilesInvalid';
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`${faults.length} faults in the files`);
    this.faults = faults;
  }
}

interface Source {
  name: FileName;
  text: string;
  tree: Node | undefined;
}

/** Reads a folder of {@link officeFiles} whole, or says everything that is wrong with it. */
export const readOfficeFiles = async (folder: string, known: ReadonlySet<string> = new Set()): Promise<OfficeFiles> => {
  const faults: string[] = [];
  const sources = new Map<FileName, Source>();
  const files: Partial<Record<FileName, unknown>> = {};
  for (const name of fileNames) {
    const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => undefined);
    if (text === undefined) {
      faults.push(`${name}.json is missing`);
      continue;
    }
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowEmptyContent: false, disallowComments: true });
    const source = { name, text, tree };
    sources.set(name, source);
    for (const { offset, error } of errors) faults.push(`${place(source, offset)} ${printParseErrorCode(error)}`);
    if (errors.length > 0 || !tree) continue;
    const result = v.safeParse(officeFiles[name] as v.GenericSchema, getNodeValue(tree));
    if (result.success) files[name] = result.output;
    for (const issue of result.issues ?? []) faults.push(at(source, pathOf(issue), issue.message));
  }
  if (faults.length === 0) {
    for (const { file, path, says } of crossFaults(files as OfficeFiles, known))
      faults.push(at(sources.get(file) as Source, path, says));
  }
  if (faults.length > 0) throw new FilesInvalid([...new Set(faults)]);
  return files as OfficeFiles;
};

const pathOf = ({ path }: v.BaseIssue<unknown>) => (path ?? []).map((item) => item.key as string | number);

const at = (source: Source, path: (string | number)[], says: string): string =>
  `${place(source, offsetOf(source.tree, path))} ${path.join('.') || 'the file'}: ${says}`;

/** Of what is missing, the place of what it is missing in. */
const offsetOf = (tree: Node | undefined, path: (string | number)[]): number => {
  for (let length = path.length; tree && length > 0; length--) {
    const found = findNodeAtLocation(tree, path.slice(0, length));
    if (found) return found.offset;
  }
  return tree?.offset ?? 0;
};

const place = ({ name, text }: Source, offset: number) => `${name}.json:${text.slice(0, offset).split('\n').length}:`;
