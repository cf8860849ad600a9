/**
 * Makes chunks that import nothing. What a chunk needs of the first module is handed to it, because it cannot import
 * it by its address: `paspor-antrean.js?ver=6.4`, as WordPress writes it, would be a second copy of everything.
 * A chunk that could not be loaded is asked for under another address the next time: browsers keep such failures.
 * One that is no longer there, because a newer build has replaced it, rejects with 404.
 */
const borrow = (shelf) => `
const shelf = { ${shelf} };
let again = '';
const borrow = (path) =>
  shelf[path] ??= import(new URL(path + again, import.meta.url).href)
    .then((chunk) => chunk.default(borrow))
    .catch(async () => {
      delete shelf[path];
      again = '?' + Date.now();
      throw (await fetch(new URL(path, import.meta.url), { method: 'HEAD' })).status;
    });`;

const named = (specifiers) => specifiers.map(([from, to]) => (from === to ? from : `${from}: ${to}`)).join(', ');

const imports = (specifiers) => named(specifiers.map(({ imported, local }) => [imported.name, local.name]));
const exports = (specifiers) => named(specifiers.map(({ exported, local }) => [exported.name, local.name]));

/** `standsAlone` is a dynamic entry that is loaded before anything could be lent to it, and borrows nothing. */
export const lend = ({ standsAlone }) => ({
  name: 'lend',
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId === standsAlone ? null : { left: 'borrow(', right: ')' },
  renderChunk(code, chunk, { inlineDynamicImports }) {
    if (inlineDynamicImports || chunk.facadeModuleId === standsAlone) return null;
    const edits = [];
    for (const node of this.parse(code).body) {
      if (node.type === 'ImportDeclaration')
        edits.push([node, `const { ${imports(node.specifiers)} } = await borrow(${node.source.raw});`]);
      if (node.type !== 'ExportNamedDeclaration') continue;
      const own = ({ exported }) =>
        chunk.facadeModuleId && this.getModuleInfo(chunk.facadeModuleId).exports.includes(exported.name);
      edits.push([
        node,
        chunk.isEntry
          ? `export { ${node.specifiers.filter(own).map(({ local }) => local.name)} };${borrow(`'./${chunk.fileName}': { ${exports(node.specifiers.filter((one) => !own(one)))} }`)}`
          : `return { ${exports(node.specifiers)} };`,
      ]);
    }
    let edited = code;
    for (const [{ start, end }, text] of edits.reverse()) edited = edited.slice(0, start) + text + edited.slice(end);
    return { code: chunk.isEntry ? edited : `export default async (borrow) => {${edited}};`, map: null };
  },
});
