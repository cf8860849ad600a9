import { Refused, Unreachable } from '@paspor-antrean/client';

/** The staff's way to the API, and how it stands. */
export interface Access {
  /** The last exchange worked. */
  readonly online: boolean;
  /** The token ended, or may no longer do this: somebody has to sign in again. */
  readonly isExpired: boolean;
  /** The token of the last exchange. */
  readonly token: string | undefined;
  /**
   * Asks with the token as it is now. Rejects with what the call rejects with. `isBasic`: who may not do this may not
   * work at this counter.
   */
  ask<T>(call: (token: string) => Promise<T>, isBasic?: boolean): Promise<T>;
}

/** Refusals of who asks, not of what is asked. */
const ofTheToken = ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED'];
/** Refusals of a crowd or a fault: nothing was exchanged. */
const ofTheServer = ['OVERLOADED', 'INTERNAL', 'RATE_LIMITED'];

export const createAccess = (accessToken: () => Promise<string>, changed: () => void): Access => {
  let online = false;
  let token: string | undefined;
  /** The token that was refused, and how; it is not sent again. */
  let refused: { token: string | undefined; error: unknown } | undefined;

  const note = (isOnline: boolean, refusal?: typeof refused) => {
    const isNews = online !== isOnline || Boolean(refused) !== Boolean(refusal);
    online = isOnline;
    refused = refusal;
    if (isNews) changed();
  };

  const currentToken = async () => {
    try {
      return await accessToken();
    } catch (error) {
      if (error instanceof Unreachable) note(false, refused);
      else note(online, { token: undefined, error });
      throw error;
    }
  };

  return {
    get online() {
      return online;
    },
    get isExpired() {
      return refused !== undefined;
    },
    get token() {
      return token;
    },
    ask: async (call, isBasic) => {
      const given = await currentToken();
      if (refused?.token === given) throw refused.error;
      token = given;
      try {
        const answer = await call(given);
        note(true);
        return answer;
      } catch (error) {
        if (!(error instanceof Refused) || ofTheServer.includes(error.code)) note(false, refused);
        else if (ofTheToken.includes(error.code) || (isBasic && error.code === 'NOT_ALLOWED'))
          note(true, { token: given, error });
        else note(true);
        throw error;
      }
    },
  };
};
