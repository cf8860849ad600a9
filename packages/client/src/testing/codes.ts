import { bookingCodeOf } from '@paspor-antrean/contract/wire';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Seven random characters of Crockford base32 and a check character by Luhn's method modulo 32. */
export const newBookingCode = (): string => {
  const body = Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => crockford[byte & 31]).join('');
  return bookingCodeOf(body);
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
