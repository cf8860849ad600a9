import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

export type Body = string | Uint8Array<ArrayBuffer>;

/** The best first: where a browser likes several alike, it gets this one. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Makes a body smaller; what was packed before is at hand. */
export type Pack = (body: Body, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;

/** Of a smaller body the network would not notice. */
const worthPacking = 1000;

/**
 * Answers 200 with a body; 304 where the asker has it already; packed where there is a `pack` and the asker can unpack.
 *
 * Only what is `public` is packed. An answer that holds a token or a name beside something that was sent could be
 * guessed from its packed length (BREACH), and all of those are `no-store`.
 */
export const send = (
  c: Context,
  body: Body,
  headers: Record<string, string>,
  pack?: Pack,
): Response | Promise<Response> => {
  const mayPack =
    pack !== undefined &&
    body.length >= worthPacking &&
    headers['cache-control']?.startsWith('public') &&
    COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers['content-type'] ?? '');
  const said = mayPack ? { ...headers, vary: 'Accept-Encoding' } : headers;
  if (headers.etag && isKnown(c.req.header('if-none-match'), headers.etag)) {
    const { 'content-type': _, ...rest } = said;
    return new Response(null, { status: 304, headers: rest });
  }
  const encoding = mayPack && encodingFor(c);
  if (!encoding) return new Response(body, { headers: said });
  return pack(body, encoding).then(
    (packed) => new Response(packed, { headers: { ...said, 'content-encoding': encoding } }),
  );
};

const encodingFor = (c: Context): Encoding | undefined => {
  const encoding = accepts(c, {
    header: 'Accept-Encoding',
    supports: [...encodings, 'identity'],
    default: 'identity',
    match: (wishes, { supports, default: plain }) => {
      const wish = (name: string) => wishes.find(({ type }) => type.toLowerCase() === name)?.q ?? 0;
      const [best = plain] = supports.filter((name) => wish(name) > 0).sort((a, b) => wish(b) - wish(a));
      return best;
    },
  });
  return encodings.find((known) => known === encoding);
};

/** Tags are compared weakly: whoever has the same text, packed or not, needs it no second time. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some((tag) => tag.trim() === '*' || strong(tag.trim()) === strong(etag)) ?? false;

const strong = (tag: string) => tag.replace(/^W\//, '');
