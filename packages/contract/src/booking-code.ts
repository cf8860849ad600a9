const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Seven characters of Crockford base32 and the check character that makes a booking's code of them: Luhn's method
 * modulo 32, which finds every single wrong character and every swap of neighbours but 0 and Z.
 */
export const bookingCodeOf = (body: string): string => {
  const sum = [...body].reverse().reduce((total, char, at) => {
    const doubled = crockford.indexOf(char) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(doubled / 32) + (doubled % 32);
  }, 0);
  return body + crockford[(32 - (sum % 32)) % 32];
};

/** What was typed as a code, in our spelling (O is 0, I and L are 1); undefined when it cannot be one. */
export const normaliseBookingCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) && code === bookingCodeOf(code.slice(0, 7)) ? code : undefined;
};
