import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** The minimal element with Lit in it, minified as ours is. Never shipped: what others make, to compare with. */
export const bundleLit = async () => {
  const bundle = await rollup({
    input: fileURLToPath(new URL('lit-fetch.js', import.meta.url)),
    plugins: [nodeResolve({ exportConditions: ['production', 'browser'] }), terser({ ecma: 2022, module: true })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
};
