import { PRIVACY_DAYS, type PrivacyRequestRecord } from '../../../policy/app/privacy.ts';

const DAY_MS = 86_400_000;

export const dueAt = (receivedAt: string): string =>
  new Date(Date.parse(receivedAt) + PRIVACY_DAYS * DAY_MS).toISOString();

/** A day before Shopify's limit nothing waits any longer: what an open case still needs goes too. */
export const lastCall = (request: Pick<PrivacyRequestRecord, 'dueAt'>): string =>
  new Date(Date.parse(request.dueAt) - DAY_MS).toISOString();

/** Open cases are looked at again every day, and at the last call. */
export const nextLook = (request: Pick<PrivacyRequestRecord, 'dueAt'>, now: string): string => {
  const tomorrow = new Date(Date.parse(now) + DAY_MS).toISOString();
  const last = lastCall(request);
  return tomorrow < last || now >= last ? tomorrow : last;
};
