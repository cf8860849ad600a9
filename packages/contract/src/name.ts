/** A name holds a letter of some script and no control character. One word is a whole name in Indonesia. */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !/[\p{Cc}\p{Cs}\p{Co}<>]/u.test(text);
