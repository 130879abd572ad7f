import type { EffectState } from './records.ts';

/** Sums that the admin's first page shows. Amounts in minor units of the shop's currency. */
export type Figures = Readonly<{
  /** When they were reckoned, ISO 8601: they may be a minute old. */
  at: string;
  /** Paid back to customers since the month began (shop's time zone). */
  refundedMinor: number;
  refunds: number;
  /** What the policy lets the shop keep of the refunds it paid this month: their deductions. */
  keptMinor: number;
  /** Refunds on their way or waiting for somebody. */
  atRiskMinor: number;
  atRisk: number;
  /** Of cases closed in the last 90 days, from opening to closing; null: none was closed. */
  medianHours: number | null;
  closed: number;
  /** How often the policy said no in the last 90 days, by clause, most often first. */
  refusals: readonly Readonly<{ clause: string; count: number }>[];
  /** Returns opened in the last 90 days. */
  returnsByReason: readonly Readonly<{ reason: string; count: number }>[];
  /** Units of the newest returns (`productsOf` cases at most), by product. */
  returnsByProduct: readonly Readonly<{ productId: string | null; title: string; units: number }>[];
  productsOf: number;
}>;

export type AdminRead = Readonly<{
  /** @param since when the month began, and the 90 days; @param now for the age of open ones */
  figures(shop: string, since: Readonly<{ month: string; days90: string; now: string }>): Promise<Figures>;
  /** The newest test mail; null: there was none. */
  lastTestMail(shop: string): Promise<Readonly<{ state: EffectState; at: string; error: string | null }> | null>;
  /** Products that orders name, newest orders first, whose titles begin with these words. */
  products(shop: string, text: string, limit: number): Promise<readonly Readonly<{ id: string; title: string }>[]>;
}>;
