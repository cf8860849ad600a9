import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type MarkdownOptions } from 'vitepress';

const docs = fileURLToPath(new URL('..', import.meta.url));
const titleOf = (page: string) => /^# (.+)$/m.exec(readFileSync(join(docs, page), 'utf8'))?.[1] ?? page;
const item = (page: string) => ({ text: titleOf(page), link: `/${page.replace(/\.md$/, '')}` });

const pages = {
  'On a website': ['embedding.md', 'flow.md', 'theming.md'],
  'From a program': ['sdk.md', 'api.md', 'problems.md', 'tokens.md', 'testing.md'],
  'At the office': ['counter.md'],
  'Running it': ['operating.md', 'edge.md', 'security.md', 'privacy.md', 'scaling.md', 'performance.md', 'plans.md'],
  'How it is made': ['architecture.md'],
};
const placed = Object.values(pages).flat();
/** A page that nobody has given a place is still found. */
const others = readdirSync(docs).filter((name) => name.endsWith('.md') && ![...placed, 'index.md'].includes(name));
const decisions = readdirSync(join(docs, 'decisions'))
  .filter((name) => /^\d/.test(name))
  .sort();

/** In the repository pages link to its files too. Here those links lead nowhere, so only their words stay. */
const withoutLinksOut: NonNullable<MarkdownOptions['config']> = (markdown) => {
  markdown.core.ruler.push('links-out', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let leads = true;
      for (const token of children ?? []) {
        const target = token.type === 'link_open' ? (token.attrGet('href') ?? '') : '';
        if (token.type === 'link_open') {
          const isFile = !/^(\w+:|#|\/)/.test(target);
          leads = !isFile || resolve(dirname(env.path), target).startsWith(docs);
        }
        if (!leads && /^link_(open|close)$/.test(token.type))
          Object.assign(token, { type: 'text', tag: '', content: '' });
      }
    }
  });
};

export default defineConfig({
  base: '/manual/',
  rewrites: { 'decisions/README.md': 'decisions/index.md' },
  outDir: '../.cache/manual',
  cacheDir: '../.cache/vitepress',
  title: 'paspor-antrean',
  description: 'An embeddable passport queue: widget, SDK and API.',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/site.svg' }]],
  markdown: { config: withoutLinksOut },
  vite: { configFile: false, logLevel: 'warn' },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      ...Object.entries(pages).map(([text, names], at, { length }) => ({
        text,
        items: [...names, ...(at === length - 1 ? others : [])].map(item),
      })),
      { text: 'Decisions', collapsed: true, items: decisions.map((name) => item(`decisions/${name}`)) },
    ],
  },
});
