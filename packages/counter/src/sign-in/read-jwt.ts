/** When a JWT ends, in ms since 1970, by its own word; undefined for what is none. Proves nothing. */
export const expiresAt = (token: string): number | undefined => {
  const { exp } = segment(token, 1);
  return typeof exp === 'number' ? exp * 1000 : undefined;
};

/** The kind that a JWT says it is. */
export const typOf = (token: string): unknown => segment(token, 0).typ;

const segment = (token: string, at: number): Record<string, unknown> => {
  try {
    const text = atob((token.split('.')[at] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return {};
  }
};
