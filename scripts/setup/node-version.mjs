const needed = [20, 19];

/** Before anything else is loaded: an old Node would fail on syntax, with an error that helps nobody. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  console.error(`paspor-antrean needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
