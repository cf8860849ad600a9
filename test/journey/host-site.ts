import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page of an office that has nothing in common with ours but the tag. `{api}` is where our script comes from. */
export interface HostPage {
  /** The whole Content-Security-Policy; none: the page has none. */
  policy?: string;
  headers?: Record<string, string>;
  lang?: string;
  /** In `head`, before our script. */
  head?: string;
  /** In place of our script. */
  script?: string;
  /** In place of our tag. */
  tag?: string;
  /** Behind the tag. */
  after?: string;
  /** The page's own files, by name. */
  files?: Record<string, string>;
  /** Of the page's address. */
  query?: string;
  /** An origin that the API does not know. */
  unlisted?: true;
}

/** What docs/embedding.md tells a webmaster to add, on a page that allows nothing else but its own script. */
export const strictPolicy =
  "default-src 'none'; script-src {api} 'self'; style-src 'self'; connect-src {api}; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

export const ourScript = '<script type="module" src="{api}/widget/paspor-antrean.js"></script>';
export const ourLink = '<a href="{api}/kantor/bandung">Ambil antrean paspor</a>';
export const ourTag = `<paspor-antrean office="bandung bandung-soekarno-hatta">${ourLink}</paspor-antrean>`;

const documentOf = ({ head = '', script = ourScript, tag = ourTag, after = '', lang = 'id' }: HostPage) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Kantor Contoh</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}${script}</head>
<body><main><h1>Kantor Contoh</h1>${tag}</main>${after}</body></html>`;

const typeOf = (name: string) =>
  name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';

/** A real server of another origin, so that CORS, preflights and policies are the browser's own. */
export interface HostSite {
  /** On the API's list. */
  origin: string;
  /** Puts a page up, each in a folder of its own, and gives its address. */
  show(api: string, page: HostPage): string;
  close(): Promise<void>;
}

export const openHostSite = async (): Promise<HostSite> => {
  const files = new Map<string, { body: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const found = files.get(new URL(request.url ?? '/', 'http://host').pathname);
    // A browser asks for an icon by itself.
    const missing = request.url === '/favicon.ico' ? 204 : 404;
    response.writeHead(found ? 200 : missing, found?.headers).end(found?.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  // Browsers know every name below `localhost` as this machine, and as a site of its own.
  const origin = `http://kantor.localhost:${port}`;
  let pages = 0;
  return {
    origin,
    show: (api, page) => {
      const folder = `/${++pages}/`;
      const fill = (text: string) => text.replaceAll('{api}', api);
      const put = (name: string, body: string, headers: Record<string, string> = {}) =>
        files.set(folder + name, { body: fill(body), headers: { 'content-type': typeOf(name), ...headers } });
      put('', documentOf(page), {
        ...(page.policy && { 'content-security-policy': fill(page.policy) }),
        ...page.headers,
      });
      for (const [name, body] of Object.entries(page.files ?? {})) put(name, body);
      const at = page.unlisted ? origin.replace('kantor', 'lain') : origin;
      return `${at}${folder}${page.query ?? ''}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
