/** First letter of each word, whatever its length: `Budi Santoso` → `B••• S•••`. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}•••`)
    .join(' ');

/** `+6281234567890` → `+62812•••7890`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 6)}•••${phone.slice(-4)}`;

/** `budi@example.com` → `b•••@example.com`. */
export const maskEmail = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.lastIndexOf('@'))}`;
