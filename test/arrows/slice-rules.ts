import type { Import, Module } from './read-imports.ts';

const root = 'packages/api/src/';
const leaves = ['http', 'db', 'postgres', 'staff', 'clock.ts', 'config.ts', 'refusal.ts', 'sealed.ts'];

/** Each command ties together what it needs, as `cli.ts` does; nothing else may know one. */
const commands = 'cli';

/** Which slices a slice may know. One that is not listed knows none. */
const mayKnow: Record<string, string[]> = {
  counter: ['booking', 'availability', 'ticket', 'admission', 'notice', 'offices'],
  booking: ['availability', 'ticket', 'admission', 'notice', 'offices'],
  availability: ['offices'],
  ticket: ['offices'],
  admission: ['offices'],
  notice: ['offices'],
  seed: ['availability', 'offices'],
  site: ['availability', 'offices'],
};

/** The arrows inside the API: leaves know no slice, slices know each other in one direction and by their rules only. */
export function sliceFaults(modules: Module[]): string[] {
  return modules
    .filter(({ path }) => path.startsWith(root))
    .flatMap((module) =>
      module.imports.flatMap((found) => fault(module.path, found).map((why) => `${module.path} ${why}`)),
    );
}

function fault(path: string, { to, typeOnly }: Import): string[] {
  const [from, target] = [partOf(path), to.startsWith(root) ? partOf(to) : undefined];
  if (leaves.includes(from)) return leafFault(from, target, to);
  if (!isSlice(path)) return [];
  if (/\/queries\.ts$/.test(path) && !typeOnly && target !== 'db') return [`is SQL only, but imports ${to}`];
  if (/\/routes\.ts$/.test(path) && /\/queries\.ts$/.test(to)) return [`goes past the rules of its slice to ${to}`];
  if (path.endsWith(`/${from}.ts`) && /^hono(?:\/|$)/.test(to)) return [`holds rules, no HTTP, but imports ${to}`];
  if (!target || target === from || leaves.includes(target)) return [];
  if (!isSlice(to)) return isShared(to) ? [] : [`imports ${to}, which knows all slices`];
  if (!mayKnow[from]?.includes(target)) return [`imports ${to}: ${from} may not know ${target}`];
  return /\/(?:routes|queries)\.ts$/.test(to) ? [`imports the inside of another slice: ${to}`] : [];
}

function leafFault(from: string, target: string | undefined, to: string): string[] {
  if (!target || target === from) return [];
  if (from === 'postgres') return [`is a leaf that knows nothing of the API, but imports ${to}`];
  return leaves.includes(target) || isShared(to) ? [] : [`is a leaf, but imports ${to}`];
}

/** The folder, or the file for one that lies at the top. */
const partOf = (path: string) => path.slice(root.length).split('/')[0] ?? '';

const isSlice = (path: string) =>
  path.slice(root.length).includes('/') && ![...leaves, commands].includes(partOf(path));

/** Files at the top other than those that put the program together. */
const isShared = (path: string) => !isSlice(path) && !/\/(?:app|node|edge|cli|index)\.ts$|\/cli\//.test(path);
