import type { TokenKind } from '@paspor-antrean/contract';

/** What a checked bearer token said, whatever its kind. */
export interface Bearer {
  kind: TokenKind;
  /** Booking id, 22 base64url characters. */
  sub: string;
  /** Office: its number in a booking token, its id in ours. */
  office: number | string;
  version: number;
}
