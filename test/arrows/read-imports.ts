import { parseAst } from 'vitest/node';

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** A file of the repository, or the name of a package as it is written. */
  to: string;
  /** Gone at run time. Only `import type` counts: of `import { type A }` the import itself stays. */
  typeOnly: boolean;
}

export interface Module {
  path: string;
  imports: Import[];
  /** The kinds of statement that do something when the module is imported. */
  effects: string[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

const declarations = /^(?:Import|Export|TS|Variable|Function|Class|Empty)/;

export function readModule({ path, text }: SourceFile): Module {
  const body = parseAst(text, { lang: 'ts' }).body as unknown as Node[];
  const imports: Import[] = [];
  visit(body, (node) => {
    const written = (node.source as Node | undefined)?.value;
    if (typeof written !== 'string') return;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
    if (/^(?:Import|Export)/.test(node.type)) imports.push({ to: resolve(path, written), typeOnly });
  });
  const effects = body
    .filter((node) => !declarations.test(node.type) || isBareImport(node, text) || awaits(node))
    .map((node) => node.type);
  return { path, imports, effects };
}

/** `import './x.ts'`: imported only for what it does. */
function isBareImport(node: Node, text: string): boolean {
  return node.type === 'ImportDeclaration' && /^import\s*['"]/.test(text.slice(Number(node.start), Number(node.end)));
}

function awaits(node: Node): boolean {
  if (!/^(?:Variable|Export)/.test(node.type)) return false;
  let found = false;
  const functions = /Function|MethodDefinition/;
  visit([node], (inner) => {
    if (inner.type === 'AwaitExpression') found = true;
    return !functions.test(inner.type);
  });
  return found;
}

/** Goes no deeper where `look` answers false. */
function visit(nodes: unknown[], look: (node: Node) => unknown): void {
  for (const node of nodes) {
    if (Array.isArray(node)) visit(node, look);
    else if (isNode(node) && look(node) !== false) visit(Object.values(node), look);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function resolve(from: string, written: string): string {
  if (!written.startsWith('.')) return written;
  return new URL(written, `file:///${from}`).pathname.slice(1);
}
