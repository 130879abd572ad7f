import { GraphqlQueryError, HttpResponseError } from '@shopify/shopify-api';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { Operation } from './operations/operation.ts';
import type { WireFailure } from './wire.ts';

/** A top-level error of a GraphQL answer. */
export type GraphqlError = Readonly<{ message: string; extensions?: Readonly<{ code?: string }> }>;

/** A shop that is frozen, locked or not paid for comes back when its owner acts, not before. */
const AN_HOUR_MS = 3_600_000;
const TEN_SECONDS_MS = 10_000;

/** Error codes after which nothing was done and trying again changes nothing. */
const REFUSALS = new Set([
  'ACCESS_DENIED',
  'BAD_REQUEST',
  'INVALID_VARIABLE',
  'MAX_COST_EXCEEDED',
  'RESOURCE_NOT_FOUND',
  'argumentLiteralsIncompatible',
  'argumentNotAccepted',
  'missingRequiredArguments',
  'undefinedField',
  'undefinedType',
  'variableMismatch',
]);

const isMutation = (operation: Operation<unknown, unknown>): boolean => operation.kind === 'mutation';

/** A mutation without a clear answer may have been done; a read certainly changed nothing. */
const lost = (
  operation: Operation<unknown, unknown>,
  why: string,
  cause: unknown,
  retryAfterMs?: number,
): CallFailed =>
  isMutation(operation)
    ? new CallFailed('unknown', `${operation.name}: ${why}; it may have been done`, { cause })
    : new CallFailed('unavailable', `${operation.name}: ${why}`, { cause, retryAfterMs });

/** No answer at all. */
export const fromWire = (operation: Operation<unknown, unknown>, failure: WireFailure): CallFailed =>
  failure.sent
    ? lost(operation, failure.message, failure)
    : new CallFailed('unavailable', `${operation.name}: ${failure.message}`, { cause: failure });

/** An HTTP answer other than a GraphQL result; 401 is dealt with before, in `client.ts`. */
export const fromStatus = (operation: Operation<unknown, unknown>, error: HttpResponseError): CallFailed => {
  const { code: status, headers } = error.response;
  const retryAfterMs = retryAfter(headers);
  const failed = (outcome: 'refused' | 'unavailable', why: string, after?: number) =>
    new CallFailed(outcome, `${operation.name}: ${why}`, { cause: withoutBody(error), retryAfterMs: after });
  switch (status) {
    case 429:
    case 430:
      return failed('unavailable', 'shopify asks for fewer requests', retryAfterMs ?? TEN_SECONDS_MS);
    case 402:
    case 423:
      return failed('unavailable', `the shop is frozen or locked (http ${status})`, AN_HOUR_MS);
    case 404:
      return failed('refused', 'there is no such shop');
  }
  if (status >= 400 && status < 500) return failed('refused', `shopify answered http ${status}`);
  // 5xx, and a 200 whose body is no GraphQL result: it may have been done.
  return lost(
    operation,
    `shopify answered http ${status}${status === 200 ? ' with something else than a result' : ''}`,
    withoutBody(error),
    retryAfterMs,
  );
};

/** `errors` beside or instead of `data`. THROTTLED is dealt with before: see `client.ts`. */
export const fromGraphqlErrors = (
  operation: Operation<unknown, unknown>,
  errors: readonly GraphqlError[],
): CallFailed => {
  const words = errors
    .map((error) => error.message)
    .join('; ')
    .slice(0, 500);
  const codes = errors.map((error) => error.extensions?.code ?? '');
  if (codes.includes('IDEMPOTENCY_CONCURRENT_REQUEST'))
    return lost(operation, 'the same request is still running', null);
  if (codes.some((code) => REFUSALS.has(code))) return new CallFailed('refused', `${operation.name}: ${words}`);
  return lost(operation, words, null);
};

export type UserError = Readonly<{ message: string; field?: readonly string[] | null; code?: string | null }>;

/**
 * Shopify understood and said no, in its own words. Two exceptions: its own trouble, and the same idempotency key
 * still being worked on, both of which leave open what was done.
 */
export const checkUserErrors = (operation: Operation<unknown, unknown>, errors: readonly UserError[]): void => {
  if (errors.length === 0) return;
  const words = errors
    .map(({ message }) => message)
    .join('; ')
    .slice(0, 500);
  const isOpen = errors.some(
    ({ code, message }) =>
      code === 'INTERNAL_ERROR' ||
      code === 'IDEMPOTENCY_CONCURRENT_REQUEST' ||
      (/idempoten/i.test(message) && /concurrent|in progress|being processed/i.test(message)),
  );
  if (isOpen) throw new CallFailed('unknown', `${operation.name}: ${words}`);
  throw new CallFailed('refused', `${operation.name}: ${words}`);
};

/** Part of a result that the operation promises and this answer lacks. */
export const missing = (operation: Operation<unknown, unknown>, what: string): CallFailed =>
  lost(operation, `shopify's answer has no ${what}`, null);

export const isGraphqlFailure = (error: unknown): error is GraphqlQueryError => error instanceof GraphqlQueryError;
export const isStatusFailure = (error: unknown): error is HttpResponseError => error instanceof HttpResponseError;

/** In milliseconds; Shopify sends (fractions of) seconds. */
export const retryAfter = (headers: unknown): number | undefined => {
  const named = Object.entries((headers ?? {}) as Record<string, unknown>).find(
    ([name]) => name.toLowerCase() === 'retry-after',
  );
  const seconds = Number(Array.isArray(named?.[1]) ? named[1][0] : named?.[1]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : undefined;
};

/** What the library throws quotes the whole answer, which may name a customer: only its status is kept. */
const withoutBody = (error: HttpResponseError): Error => new Error(`http ${error.response.code}`);
