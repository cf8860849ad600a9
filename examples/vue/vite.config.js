import vue from '@vitejs/plugin-vue';

/** A tag with a hyphen is an element of the browser's, not a component of Vue's. */
const isCustomElement = (tag) => tag.includes('-');

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
