import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** Takes the indentation out of our own templates and style sheets; nothing between two words is touched. */
const tidyTemplates = () => ({
  name: 'tidy-templates',
  transform(code, id) {
    if (!id.includes('/widget/dist/')) return null;
    const css = code.replace(/css`([^`]*)`/g, (_, sheet) => `css\`${sheet.replace(/\s+/g, ' ').replace(/\s*([{};,>])\s*/g, '$1').replace(/: /g, ':').replace(/;}/g, '}').trim()}\``);
    return { code: css.replace(/>\s*\n\s*</g, '><').replace(/\n\s+/g, '\n'), map: null };
  },
});

export default {
  input: 'dist/define.js',
  output: { file: 'dist/embed/paspor-antrean.js', format: 'es', sourcemap: true, sourcemapExcludeSources: true },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    tidyTemplates(),
    terser({ ecma: 2020, module: true, compress: { passes: 2 } }),
  ],
};
