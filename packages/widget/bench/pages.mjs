import { request as ask, createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundleLit } from './bundle-lit.mjs';

const listen = async (answer) => {
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: server.address().port };
};

/** Stands before the API and passes everything on as it is, but for the element to compare with, packed as ours is. */
const openFront = async (apiPort) => {
  const hardest = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const litFetch = brotliCompressSync(await bundleLit(), hardest);
  const open = { 'access-control-allow-origin': '*', 'timing-allow-origin': '*' };
  return await listen(({ url, method, headers }, response) => {
    if (url === '/bench/lit-fetch.js')
      return response
        .writeHead(200, { ...open, 'content-type': 'text/javascript', 'content-encoding': 'br' })
        .end(litFetch);
    ask({ port: apiPort, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).end();
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
    preloaded: page(
      `${reserved}<link rel="preload" as="fetch" crossorigin href="${api}/v1/offices/bandung">${ours}`,
      tag,
    ),
    unreserved: page(ours, tag),
  };
  hostServer.answer = (request, response) => {
    const html = variants[new URL(request.url, 'http://host').pathname.slice(1)];
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  };
  return { api, close: () => front.server.close() };
};

/** The host's server comes first: the API has to know its origin when it starts. */
export const openHost = async () => {
  const host = { answer: (_, response) => response.writeHead(404).end() };
  const { server, port } = await listen((request, response) => host.answer(request, response));
  return Object.assign(host, { origin: `http://kantor.localhost:${port}`, close: () => server.close() });
};
