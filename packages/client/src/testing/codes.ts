const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Seven random characters of Crockford base32 and a check character by Luhn's method modulo 32. */
export const newBookingCode = (): string => {
  const body = Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => crockford[byte & 31]).join('');
  return body + checkCharacter(body);
};

/** What was typed as a code, in our spelling; undefined when it cannot be one. */
export const normaliseBookingCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) && code[7] === checkCharacter(code.slice(0, 7)) ? code : undefined;
};

const checkCharacter = (body: string): string => {
  const sum = [...body].reverse().reduce((total, char, at) => {
    const doubled = crockford.indexOf(char) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(doubled / 32) + (doubled % 32);
  }, 0);
  return crockford[(32 - (sum % 32)) % 32] ?? '';
};

/** `A09-017`; with minutes where a slot does not start on the hour. */
export const queueCode = (starts: string, number: number): string => {
  const [hour, minute] = [starts.slice(11, 13), starts.slice(14, 16)];
  return `A${hour}${minute === '00' ? '' : minute}-${String(number).padStart(3, '0')}`;
};

/** 16 random bytes in base64url. */
export const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
