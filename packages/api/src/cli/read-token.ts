import { decodeJwt, decodeProtectedHeader } from 'jose';
import { isBase64url } from '../bytes.ts';
import { holderCount } from '../ticket/holder.ts';
import { CannotDo } from './command.ts';

/** More than any token has; what is longer was not meant to be one. */
const longest = 10_000;

/** The token that was typed, or the one on standard input. */
export const givenToken = async (typed: string | undefined): Promise<string> => {
  if (typed !== undefined && typed !== '-') return typed.trim();
  if (process.stdin.isTTY) throw new CannotDo('There is no token: give one, or send it to standard input.');
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.length > longest) throw new CannotDo('What came on standard input is too long for a token.');
  }
  return text.trim();
};

export interface Decoded {
  kind: string;
  kid: string | undefined;
  claims: Record<string, unknown>;
}

/** What a token says, whoever wrote it. Undefined for what is none. */
export const decode = (token: string): Decoded | undefined => {
  const segments = token.split('.');
  if (segments.length !== 3 || !segments.every((segment) => segment !== '' && isBase64url(segment))) return undefined;
  try {
    const { typ, kid } = decodeProtectedHeader(token);
    return { kind: String(typ ?? 'unknown').replace(/\+jwt$/, ''), kid, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
};

const minute = 60_000;

/** Whoever wrote a token may have put into it what moves a terminal's cursor. */
export const printable = (value: unknown): string => String(value).replace(/\p{C}/gu, '\ufffd');

/** The claims in words; times in UTC, since the token does not say where its office is. */
export const describe = ({ claims: { sub, o, s, exp, v, n } }: Decoded): string[] =>
  [
    ['booking', sub],
    ['office', o],
    ['slot', typeof s === 'number' && instant(s * minute)],
    ['ends', typeof exp === 'number' && instant(exp * 1000)],
    ['version', v],
    ['people', n !== undefined && (holderCount(n) ?? 'no count')],
  ].flatMap(([name, value]) => (value ? [`${String(name).padEnd(8)} ${printable(value)}`] : []));

const instant = (ms: number): string => {
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? 'no time' : at.toISOString().replace('.000Z', 'Z');
};
