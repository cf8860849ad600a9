/**
 * Who is asking, behind proxies: the last address of `X-Forwarded-For` that a trusted proxy did not add. Without
 * trusted proxies the header is anybody's word and is not read.
 */
export const clientAddress = (peer: string, forwardedFor: string | undefined, trusted: readonly string[]): string => {
  const networks = trusted.map(parseNetwork);
  const isTrusted = (address: string) => {
    const bits = parseAddress(address);
    return bits !== undefined && networks.some((network) => network && bits.startsWith(network));
  };
  let client = peer;
  for (const hop of (forwardedFor ?? '').split(',').reverse()) {
    if (!isTrusted(client)) break;
    const address = hop.trim();
    if (parseAddress(address) === undefined) break;
    client = address;
  }
  return client;
};

/** What one client is counted by: an IPv4 address, or the /56 that a home or phone gets of IPv6. */
export const clientNetwork = (address: string): string => {
  const bits = parseAddress(address);
  if (!bits) return 'unknown';
  return bits.startsWith(mapped) ? bits : bits.slice(0, 56);
};

/** True for an address or a network in CIDR notation. */
export const isNetwork = (text: string): boolean => {
  const [address = '', length, more] = text.split('/');
  if (parseAddress(address) === undefined || more !== undefined) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (address.includes(':') ? 128 : 32));
};

const mapped = `${'0'.repeat(80)}${'1'.repeat(16)}`;

const parseNetwork = (text: string): string | undefined => {
  const [address = '', length] = text.split('/');
  const bits = parseAddress(address);
  if (!bits || length === undefined) return bits;
  return bits.slice(0, address.includes(':') ? Number(length) : 96 + Number(length));
};

/** An address as 128 bits of text; IPv4 in its IPv6-mapped form. Undefined when it is none. */
const parseAddress = (text: string): string | undefined => {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i.exec(text);
  if (v4) {
    const parts = v4.slice(1).map(Number);
    return parts.every((part) => part < 256) ? mapped + parts.map((part) => binary(part, 8)).join('') : undefined;
  }
  if (!/^[\da-f:]+$/i.test(text)) return undefined;
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const groups = (side: string) => (side ? side.split(':') : []);
  const [left, right] = [groups(head), groups(tail ?? '')];
  const gap = 8 - left.length - right.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return undefined;
  const all = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return all.map((group) => binary(Number.parseInt(group, 16), 16)).join('');
};

const binary = (value: number, width: number) => value.toString(2).padStart(width, '0');
