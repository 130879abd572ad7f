import { webApi } from '@slack/bolt';
import { CallFailed } from '../policy/app/ports.ts';

/** Slack's words for "we had a problem": the call may have been done. */
const SLACKS_FAULT = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** Where the bot can't write (any more): archived, left, deleted, or of another workspace. */
const PLACE_GONE = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive']);

/** Where the connection never came to be, nothing was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : codeOf(error.cause);
};

/**
 * What became of a call. `repeatable` calls (an update of a message, a read) may simply be made again; a post that may
 * have gone through is `unknown`.
 */
export const callFailed = (error: unknown, method: string, repeatable: boolean): CallFailed => {
  if (error instanceof CallFailed) return error;
  const unsure = repeatable ? 'unavailable' : 'unknown';
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new CallFailed('unavailable', `slack limits ${method}: again in ${error.retryAfter} s`, {
      cause: error,
      retryAfterMs: error.retryAfter * 1000,
    });
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (code === 'ratelimited' || code === 'rate_limited') {
      return new CallFailed('unavailable', `slack limits ${method}`, { cause: error, retryAfterMs: 1000 });
    }
    return new CallFailed(SLACKS_FAULT.has(code) ? unsure : 'refused', `slack answered ${method} with ${code}`, {
      cause: error,
      placeGone: PLACE_GONE.has(code),
    });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return new CallFailed(unsure, `slack answered ${method} with http ${error.statusCode}`, { cause: error });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const neverSent = NEVER_SENT.has(codeOf(error.original) ?? '');
    return new CallFailed(neverSent ? 'unavailable' : unsure, `the connection to slack broke during ${method}`, {
      cause: error,
    });
  }
  return new CallFailed(unsure, `${method} failed`, { cause: error });
};
