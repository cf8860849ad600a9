import type { Context } from 'hono';
import { toHex } from '../bytes.ts';
import { type Pack, send } from '../http/send.ts';
import type { Asset } from './routes.ts';

const hashes = new WeakMap<Uint8Array, Promise<string>>();

const digest = async (body: Uint8Array<ArrayBuffer>) =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', body)));

/** SHA-256 of a file in hex. */
export const hashOf = (body: Uint8Array<ArrayBuffer>): Promise<string> => {
  const known = hashes.get(body) ?? digest(body);
  hashes.set(body, known);
  return known;
};

/** Its tag is weak, because it is the same for the file as it is and for the packed one. */
export const sendFile = async (
  c: Context,
  { body, type }: Asset,
  headers: { 'cache-control': string; 'content-security-policy'?: string; 'service-worker-allowed'?: string },
  pack?: Pack,
): Promise<Response> => {
  c.set('route', 'file');
  const etag = `W/"${(await hashOf(body)).slice(0, 16)}"`;
  return await send(c, body, { 'content-type': type, etag, ...headers }, pack);
};
