import { webApi } from '@slack/bolt';
import type { Log } from './deps.ts';
import { boltLogger } from './logger.ts';

type Client = webApi.WebClient;

/** A press waits for us: two seconds and a half leave room inside Slack's three. */
const INTERACTIVE_TIMEOUT_MS = 2_500;
const BACKGROUND_TIMEOUT_MS = 10_000;

/**
 * Options of every Web API client. `headers` is never among them: the client writes its token into that shared object,
 * so that a second workspace would be called with the first one's token.
 */
export const clientOptions = (slackApiUrl: string, log: Log, retries: number): webApi.WebClientOptions => ({
  slackApiUrl,
  timeout: retries === 0 ? BACKGROUND_TIMEOUT_MS : INTERACTIVE_TIMEOUT_MS,
  retryConfig: { retries, minTimeout: 200, maxTimeout: 500 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger: boltLogger(log),
});

/** One client a token. Without retries: a post that is tried twice is posted twice. */
export const clientPool = (slackApiUrl: string, log: Log): ((token: string) => Client) => {
  const clients = new Map<string, Client>();
  return (token) => {
    const known = clients.get(token);
    if (known !== undefined) return known;
    const client = new webApi.WebClient(token, clientOptions(slackApiUrl, log, 0));
    clients.set(token, client);
    return client;
  };
};
