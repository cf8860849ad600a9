import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundleLit } from './bundle-lit.mjs';

const listen = async (answer) => {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: server.address().port };
};

/** What stands before an API in the field: passes everything on, and compresses what is not yet compressed. */
const openFront = async (apiPort) => {
  const litFetch = await bundleLit();
  const packed = new Map();
  const pack = (text) => {
    const known = packed.get(text);
    const body = known ?? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    packed.set(text, body);
    return body;
  };
  return await listen(async (request, response) => {
    const open = { 'access-control-allow-origin': '*', 'timing-allow-origin': '*' };
    if (request.url === '/bench/lit-fetch.js') {
      const headers = { ...open, 'content-type': 'text/javascript', 'content-encoding': 'br' };
      return response.writeHead(200, headers).end(pack(litFetch));
    }
    const { host, connection, ...headers } = request.headers;
    const answer = await fetch(`http://127.0.0.1:${apiPort}${request.url}`, { method: request.method, headers });
    const passed = Object.fromEntries(
      [...answer.headers].filter(
        ([name]) => !/^(?:content-(?:length|encoding)|transfer-encoding|connection)$/.test(name),
      ),
    );
    const body = pack(await answer.text());
    response.writeHead(answer.status, { ...passed, 'content-encoding': 'br' }).end(body);
  });
};

const style = `body { margin: 0; font: 1rem/1.5 sans-serif } header, footer { padding: 1rem; background: #0b3550; color: #fff }
main { padding: 0 1rem }`;

const page = (head, tag) => `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Kantor Contoh</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${style}</style>${head}</head>
<body><header>Kantor Contoh</header><main><h1>Urus paspor tanpa antre</h1>
<p>Ambil nomor antrean dari rumah, lalu datang sesuai jam Anda.</p><p>Gratis, tanpa akun, tanpa aplikasi.</p>${tag}</main><footer>Jl. Contoh No. 1</footer></body></html>`;

/** The one rule that docs/embedding.md asks of a host with one office. */
const reserved = '<style>paspor-antrean { display: block; min-height: 60rem }</style>';
const link = '<a href="/">Ambil antrean paspor</a>';

/** The API behind its front, and a host page of another origin in each of its variants. */
export const openPages = async (apiPort, hostServer) => {
  const front = await openFront(apiPort);
  const api = `http://127.0.0.1:${front.port}`;
  const ours = `<script type="module" src="${api}/widget/paspor-antrean.js"></script>`;
  const tag = `<paspor-antrean office="bandung">${link}</paspor-antrean>`;
  const variants = {
    blank: page('', ''),
    'lit-fetch': page(
      `<script type="module" src="${api}/bench/lit-fetch.js"></script>`,
      `<lit-fetch ids="bandung">${link}</lit-fetch>`,
    ),
    ours: page(reserved + ours, tag),
    unreserved: page(ours, tag),
  };
  hostServer.answer = async (request, response) => {
    const html = variants[new URL(request.url, 'http://host').pathname.slice(1)];
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  };
  return { api, variants: Object.keys(variants), close: () => front.server.close() };
};

/** The host's server comes first: the API has to know its origin when it starts. */
export const openHost = async () => {
  const host = { answer: async (_, response) => response.writeHead(404).end() };
  const { server, port } = await listen((request, response) => host.answer(request, response));
  return Object.assign(host, { origin: `http://kantor.localhost:${port}`, close: () => server.close() });
};
