/** Who began to connect a workspace, for which shop. */
export type Connecting = Readonly<{ shop: string; staffId: string }>;

/** States of OAuth: unguessable, each good for one way back within its time, whichever process it comes back to. */
export type SlackStates = Readonly<{
  /** @returns the state that travels through Slack */
  begin(who: Connecting, expiresAt: string): Promise<string>;
  /** Takes it: null where nobody began it, it was taken already, or its time is over. */
  take(state: string): Promise<Connecting | null>;
}>;

/** What Slack hands out for a code of its install page. */
export type SlackGrant = Readonly<{
  team: string;
  teamName: string;
  botToken: string;
  /** Whoever pressed *Allow*. */
  user: string;
  scopes: readonly string[];
}>;

/** @throws CallFailed where Slack does not hand it out */
export type ExchangeCode = (code: string, redirectUri: string) => Promise<SlackGrant>;
