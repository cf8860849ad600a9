import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Body, Encoding, Pack } from './send.ts';

/** Up to here the hardest brotli takes a moment and no more; of Swagger UI's 1.7 MB it would take seconds. */
const smallFile = 256 * 1024;

/** Characters of answers whose packed form is kept. A file is kept for as long as its caller keeps it. */
const answersKept = 4_000_000;

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** A file is packed once and for long, an answer for a second. */
const brotliQuality = (body: Body) => (typeof body === 'string' ? 5 : body.length <= smallFile ? 11 : 9);

const compress: Record<Encoding, (body: Body) => Promise<Uint8Array<ArrayBuffer>>> = {
  br: (body) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality(body),
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => zip(body, { level: typeof body === 'string' ? 6 : 9 }),
};

interface Kept<B extends Body> {
  get(body: B): Promise<Uint8Array<ArrayBuffer>> | undefined;
  set(body: B, packed: Promise<Uint8Array<ArrayBuffer>>): unknown;
}

/** Keeps what is asked for again within moments; of a crawl through all days, the last of it. */
const keepSome = (): Kept<string> => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let size = 0;
  return {
    get: (body) => kept.get(body),
    set: (body, packed) => {
      kept.set(body, packed);
      size += body.length;
      for (const [oldest] of kept) {
        if (size <= answersKept) break;
        kept.delete(oldest);
        size -= oldest.length;
      }
    },
  };
};

const once = <B extends Body>(kept: Kept<B>, body: B, encoding: Encoding) => {
  const known = kept.get(body);
  if (known) return known;
  const packed = compress[encoding](body);
  kept.set(body, packed);
  return packed;
};

/** Packs each body once, off the event loop: however many ask for one snapshot or one file, the work is done once. */
export const packWithZlib = (): Pack => {
  const files: Record<Encoding, Kept<Uint8Array<ArrayBuffer>>> = { br: new WeakMap(), gzip: new WeakMap() };
  const answers: Record<Encoding, Kept<string>> = { br: keepSome(), gzip: keepSome() };
  return (body, encoding) =>
    typeof body === 'string' ? once(answers[encoding], body, encoding) : once(files[encoding], body, encoding);
};
