import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { openSite, type Site } from '../journey/site.ts';
import { callPhp, type Functions, type Node, nodesOf, parsePhp } from './php.ts';

const folder = new URL('../../examples/wordpress/paspor-antrean/', import.meta.url);
let plugin: Node;
beforeAll(async () => {
  plugin = parsePhp(await readFile(new URL('paspor-antrean.php', folder), 'utf8'), 'paspor-antrean.php');
});

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** What WordPress does for the plugin, as its handbook says. */
const wordpress = (service: string, isAdmin = false) => {
  const told: { scripts: string[]; errors: string[] } = { scripts: [], errors: [] };
  const functions: Functions = {
    get_option: () => service,
    untrailingslashit: (text: string) => text.replace(/[/\\]+$/, ''),
    current_user_can: () => isAdmin,
    esc_attr: escaped,
    esc_html__: escaped,
    esc_url: (text: string) => (/^https?:\/\//.test(text) ? escaped(text) : ''),
    trim: (text: string) => text.trim(),
    shortcode_atts: (known: Map<string, string>, given: Map<string, string>) =>
      new Map([...known].map(([name, value]) => [name, given.get(name) ?? value])),
    sprintf: (format: string, ...values: string[]) => format.replace(/%s/g, () => values.shift() ?? ''),
    preg_match: (pattern: string, text: string) => {
      const [, source = '', flags = ''] = /^#(.*)#(\w*)$/.exec(pattern) ?? [];
      return new RegExp(source, flags).test(text);
    },
    wp_enqueue_script_module: (_: string, address: string) => {
      told.scripts.push(address);
      return null;
    },
    add_settings_error: (setting: string) => {
      told.errors.push(setting);
      return null;
    },
  };
  const call = (name: string, ...given: Parameters<typeof callPhp>[3][]) =>
    callPhp(plugin, functions, name, ...(given as never[])) as string;
  return { ...told, call };
};
const office = (attributes: Record<string, string>) => new Map(Object.entries(attributes)) as never;

describe('the plugin for WordPress', () => {
  test('escapes what it prints, and reads nothing of the request by itself', () => {
    const nodes = nodesOf(plugin);
    const printed = nodes.filter(({ kind }) => kind === 'echo').flatMap(({ expressions }) => expressions as Node[]);
    expect(printed.length).toBeGreaterThan(1);
    for (const { kind, what } of printed) expect(`${kind} ${what?.name}`).toMatch(/^call esc_(html|attr|url)$/);
    const names = nodes.filter(({ kind }) => kind === 'variable').map(({ name }) => name);
    for (const name of names) expect(name).not.toMatch(/^_(GET|POST|REQUEST|SERVER|COOKIE)$/);
    expect(nodes.map(({ kind }) => kind)).not.toContain('eval');
    const first = (plugin.children as Node[])[0];
    expect(nodesOf(first as Node).some(({ value }) => value === 'ABSPATH')).toBe(true);
  });

  test('prints the tag with what was given, escaped, and brings the script as a module', () => {
    const { call, scripts } = wordpress('https://antrean.example.go.id/');
    const given = office({ office: 'bandung"><script>', lang: 'id', onclick: 'x' });
    expect(call('paspor_antrean_render', given)).toBe(
      '<paspor-antrean office="bandung&quot;&gt;&lt;script&gt;" lang="id">' +
        '<a href="https://antrean.example.go.id/kantor">Ambil antrean paspor</a></paspor-antrean>',
    );
    expect(scripts).toEqual(['https://antrean.example.go.id/widget/paspor-antrean.js']);
  });

  test('without an address prints nothing to visitors, and a hint to who can set it', () => {
    expect(wordpress('').call('paspor_antrean_render', office({}))).toBe('');
    expect(wordpress('', true).call('paspor_antrean_render', office({}))).toContain('Isi alamat layanan');
    expect(wordpress('').scripts).toEqual([]);
  });

  test.each([
    [' https://antrean.example.go.id/ ', 'https://antrean.example.go.id', 0],
    ['http://localhost:8787', 'http://localhost:8787', 0],
    ['', '', 0],
    ['http://antrean.example.go.id', 'https://before.example', 1],
    ['https://a.example/"><script>', 'https://before.example', 1],
    ['javascript:alert(1)', 'https://before.example', 1],
  ])('of the address %j keeps %j', (typed, kept, errors) => {
    const host = wordpress('https://before.example');
    expect(host.call('paspor_antrean_sanitize', typed as never)).toBe(kept);
    expect(host.errors).toHaveLength(errors);
  });

  test('block, script and shortcode have the same name and the same attributes', async () => {
    const block = JSON.parse(await readFile(new URL('block.json', folder), 'utf8'));
    const script = await readFile(new URL('block.js', folder), 'utf8');
    const strings = nodesOf(plugin)
      .filter(({ kind }) => kind === 'string')
      .map(({ value }) => value);
    expect(script).toContain(`registerBlockType('${block.name}'`);
    expect(strings).toContain(block.editorScript);
    for (const name of Object.keys(block.attributes)) expect(strings).toContain(name);
  });

  describe('in a page', () => {
    let site: Site;
    beforeAll(async () => {
      site = await openSite();
    });
    afterAll(() => site.close());

    test('what it prints ends in a confirmed booking', async () => {
      const { call, scripts } = wordpress(site.url);
      const tag = call('paspor_antrean_render', office({ office: 'bandung bandung-soekarno-hatta' }));
      const script = `<script type="module" src="${scripts[0]}"></script>`;
      const booker = await site.visit({ host: { tag, script: '', after: script } });
      const { code } = await booker.book({ people: [person(1)] });
      expect(code).toMatch(/^[0-9A-Z]{8}$/);
      expect(booker.faults).toEqual([]);
      await booker.close();
    });
  });
});
