import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Body, Encoding, Pack } from './send.ts';

/** Up to here the hardest brotli takes a moment and no more; of Swagger UI's 1.7 MB it would take seconds. */
const smallFile = 256 * 1024;

/** Answers that are kept. Beyond, the oldest goes; a file is kept for as long as its caller keeps it. */
const answersKept = 500;

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

/** Packs each body once, off the event loop: however many ask for one snapshot or one file, the work is done once. */
export const packWithZlib = (): Pack => {
  const files: Record<Encoding, Kept<Uint8Array<ArrayBuffer>>> = { br: new WeakMap(), gzip: new WeakMap() };
  const answers: Record<Encoding, Map<string, Promise<Uint8Array<ArrayBuffer>>>> = { br: new Map(), gzip: new Map() };

  const once = <B extends Body>(kept: Kept<B>, body: B, encoding: Encoding) => {
    const known = kept.get(body);
    if (known) return known;
    const packed = compress[encoding](body);
    kept.set(body, packed);
    return packed;
  };

  return (body, encoding) => {
    if (typeof body !== 'string') return once(files[encoding], body, encoding);
    const kept = answers[encoding];
    const packed = once(kept, body, encoding);
    if (kept.size > answersKept) kept.delete(kept.keys().next().value ?? '');
    return packed;
  };
};
