import { z } from 'zod';

/** What Shopify's privacy topics ask for: a customer's data shown, a customer forgotten, a shop emptied. */

export const PrivacyKind = z.enum(['data-request', 'redact-customer', 'redact-shop']);
export type PrivacyKind = z.infer<typeof PrivacyKind>;

/** Whom it is about. Kept sealed, and only until it is done. Ids are digits. */
export const PrivacySubject = z.object({
  customerId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  orderIds: z.array(z.string()),
});
export type PrivacySubject = z.infer<typeof PrivacySubject>;

/** What of a person was found (and, where they are forgotten, cleared). */
export const PrivacyFound = z.object({
  orders: z.number().int(),
  cases: z.number().int(),
  photos: z.number().int(),
  /** Numbers of cases that have to end first: until then what they need is kept. */
  waitingFor: z.array(z.number().int()),
  /** All orders that were found, so that those whose address is cleared are found again. */
  orderIds: z.array(z.string()).optional(),
});
export type PrivacyFound = z.infer<typeof PrivacyFound>;

/**
 * `received`: being looked at · `ready`: the export can be downloaded · `waiting`: cases have to end first · `done`.
 */
export type PrivacyState = 'received' | 'ready' | 'waiting' | 'done';

export type PrivacyRequestRecord = Readonly<{
  id: string;
  shop: string;
  kind: PrivacyKind;
  /** Shopify's own number of a data request. */
  shopifyId: string | null;
  state: PrivacyState;
  subject: PrivacySubject | null;
  found: PrivacyFound | null;
  receivedAt: string;
  /** Shopify gives 30 days for each. */
  dueAt: string;
  /** When a waiting one is looked at again, on Makegood's clock. */
  lookAt: string | null;
  doneAt: string | null;
}>;

/** Shopify's own limit for all three, in days. */
export const PRIVACY_DAYS = 30;

export type Privacy = Readonly<{
  /** Newest first, without whom they are about. */
  list(shop: string, limit: number): Promise<readonly PrivacyRequestRecord[]>;
  /** With whom it is about, while that is known. */
  read(shop: string, id: string): Promise<PrivacyRequestRecord | null>;
  /** Waiting ones whose next look has come. */
  due(now: string): Promise<readonly Readonly<{ shop: string; id: string; lookAt: string }>[]>;
  find(shop: string, subject: PrivacySubject): Promise<PrivacyFound>;
  /** Everything that is kept about a person, for the merchant to hand over. */
  export(shop: string, subject: PrivacySubject, now: string): Promise<unknown>;
  /**
   * Clears a person's data, photos too; decisions and amounts stay. What open cases need (name and address to write to)
   * stays until they end, or until `force`.
   */
  forget(shop: string, subject: PrivacySubject, how: Readonly<{ now: string; force: boolean }>): Promise<PrivacyFound>;
  /** Photos of a shop that is emptied; its rows go with the command that ends it (`Changes.emptied`). */
  removePhotos(shop: string): Promise<number>;
}>;
