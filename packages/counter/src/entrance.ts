import { createBareClient } from '@paspor-antrean/client';
import type { CounterClient } from '@paspor-antrean/client/counter';
import { staffOf } from './claims.ts';
import type { Desk, DeskOptions } from './desk/desk.ts';

/** How staff come in; the element itself knows nothing of tokens. */
export interface Entrance {
  /** The desk of whoever is signed in or brought a token along; null: nobody. Who works at several offices chooses. */
  open(choose: Choose): Promise<Desk | null>;
  /** Off to the office's identity provider; null: none is configured. */
  readonly signIn: (() => Promise<void>) | null;
}

/** An office that someone may work at. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Asks at which of several offices someone works now. */
export type Choose = (places: readonly Place[]) => Promise<string>;

/** What the page is told by whoever serves it. */
export interface Settings {
  /** Null: no identity provider. */
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly audience?: string } | null;
  readonly officeClaim: string;
  readonly roleClaim: string;
}

interface SignedIn {
  readonly accessToken: string;
  /** By the device's clock, in ms since 1970. */
  readonly expiresAt: number;
  readonly refreshToken?: string | undefined;
}

type Provider = NonNullable<Settings['provider']>;

/** The desk and the sign-in, tied together here and knowing nothing of each other. */
export interface Parts {
  createDesk(options: DeskOptions): Promise<Desk>;
  resumeDesk(options: Pick<DeskOptions, 'client'>): Promise<Desk | null>;
  readDevelopmentToken(): SignedIn | undefined;
  beginSignIn(options: Provider & { redirectUri: string }): Promise<void>;
  finishSignIn(): Promise<SignedIn | undefined>;
  refresh(options: Provider & { refreshToken: string }): Promise<SignedIn>;
}

/** A token that ends within this many milliseconds is renewed before it is used. */
const earlyMs = 60_000;

/** The token as it is now, renewed where the provider gave the means. */
const tokenSource = (first: SignedIn, provider: Provider | null, parts: Parts) => {
  let current = first;
  return async (): Promise<string> => {
    const { refreshToken, expiresAt } = current;
    if (refreshToken && provider && expiresAt - Date.now() < earlyMs) {
      // Without a network the old one is as good as any; the API says when it is not.
      current = await parts.refresh({ ...provider, refreshToken }).catch(() => current);
    }
    return current.accessToken;
  };
};

/** With the offices' names, which everyone may read. */
const choosePlace = async (offices: readonly string[], choose: Choose): Promise<string> => {
  const [only = ''] = offices;
  if (offices.length === 1 && only !== '*') return only;
  const { offices: all } = await createBareClient({ baseUrl: location.origin }).listOffices();
  return await choose(all.filter(({ id }) => offices.includes('*') || offices.includes(id)));
};

export const createEntrance = (settings: Settings, client: CounterClient, parts: Parts): Entrance => {
  const { provider } = settings;
  return {
    open: async (choose) => {
      const signedIn = parts.readDevelopmentToken() ?? (await parts.finishSignIn());
      if (!signedIn) return await parts.resumeDesk({ client });
      const { offices, role } = staffOf(signedIn.accessToken, settings);
      const staff = { office: await choosePlace(offices, choose), role };
      return await parts.createDesk({ client, staff, accessToken: tokenSource(signedIn, provider, parts) });
    },
    signIn: provider && (() => parts.beginSignIn({ ...provider, redirectUri: location.origin + location.pathname })),
  };
};
