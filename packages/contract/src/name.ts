/**
 * A name holds a letter of some script, and neither a control character nor one that turns the direction of writing:
 * on a list at the counter it would turn what stands beside it too. One word is a whole name in Indonesia.
 */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !/[\p{Cc}\p{Cs}\p{Co}\p{Bidi_C}<>]/u.test(text);
