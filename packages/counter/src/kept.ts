/** What the device keeps of how it is used; nothing of anyone who queues. */
export interface Kept {
  readonly lang: 'id' | 'en';
  readonly booth: string;
  readonly isMuted: boolean;
}

const key = 'paspor-loket';
const blank: Kept = { lang: 'id', booth: '', isMuted: false };

/** Where nothing may be kept, each visit begins with the defaults. */
export const readKept = (): Kept => {
  try {
    const { lang, booth, isMuted } = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { lang: lang === 'en' ? 'en' : 'id', booth: String(booth ?? '').slice(0, 20), isMuted: isMuted === true };
  } catch {
    return blank;
  }
};

export const writeKept = (kept: Kept): void => {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // It is used as it is until the page is closed.
  }
};
