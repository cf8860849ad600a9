/** What a published package needs to say of itself. */
const needed = ['name', 'version', 'description', 'license', 'engines', 'exports', 'files'];

/** What has no business in a package. */
const foreign = /(^|\/)(\.[^/]+|(node_modules|test|stories|bench)\/)|\.(test|long|stories)\.|tsbuildinfo$/;

/** What is wrong with a package about to be published, given its manifest, its files and the versions beside it. */
export function faultsOf(manifest, files, versions) {
  const { name } = manifest;
  const there = new Set(files);
  const targets = [...pathsIn(manifest.exports), ...pathsIn(manifest.bin), ...pathsIn(manifest.types)];
  return [
    ...needed.filter((field) => !manifest[field]).map((field) => `${name} has no ${field}`),
    ...targets
      .filter((path) => !path.includes('*') && !there.has(path.replace(/^\.\//, '')))
      .map((path) => `${name} names ${path} and does not contain it`),
    ...files.filter((file) => foreign.test(file)).map((file) => `${name} contains ${file}`),
    ...Object.entries(manifest.dependencies ?? {})
      .filter(([other, wanted]) => versions.has(other) && versions.get(other) !== wanted)
      .map(([other, wanted]) => `${name} wants ${other} ${wanted}, which is ${versions.get(other)} here`),
    ...Object.keys(manifest.scripts ?? {})
      .filter((script) => /^(pre|post)?install$/.test(script))
      .map((script) => `${name} runs a script when it is installed: ${script}`),
  ];
}

const pathsIn = (entry) => {
  if (typeof entry === 'string') return [entry];
  return entry && typeof entry === 'object' ? Object.values(entry).flatMap(pathsIn) : [];
};
