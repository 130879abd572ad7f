import type { HandleCommand, Outcome } from '../../../policy/app/commands.ts';
import type { MailLooks } from '../../../policy/app/mail-look.ts';
import type { Clock, CustomerLinks, EvidenceStore } from '../../../policy/app/ports.ts';
import type { CaseDetail, ReadModel } from '../../../policy/app/read-model.ts';
import type { CaseRecord, CustomerLinkRecord } from '../../../policy/app/records.ts';
import type { OrderContact } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';
import type { CustomerPage, PageShop } from './page.ts';

export type CustomerDeps = Readonly<{
  links: CustomerLinks;
  read: Pick<ReadModel, 'caseDetail' | 'openCasesOfOrder'>;
  /** The settings under which a case is decided. */
  settingsOf: (detail: CaseDetail) => Promise<Settings>;
  /** Who the order is from: for the language, and for nothing that is shown. */
  contactOf: (shop: string, orderId: string) => Promise<OrderContact | null>;
  looks: Pick<MailLooks, 'load'>;
  evidence: Pick<EvidenceStore, 'put'>;
  /** The sheet to print, of a return that has a number. */
  labelOf: (opened: Readonly<{ detail: CaseDetail; contact: OrderContact }>) => Promise<LabelFile>;
  handle: HandleCommand;
  clock: Clock;
  report: (error: unknown) => void;
  limits?: Readonly<{ perSecond: number; burst: number }>;
}>;

export type LabelFile = Readonly<{ filename: string; content: Uint8Array; contentType: string }>;

/** A link that was opened, with all that its page shows. */
export type Opened = Readonly<{
  link: CustomerLinkRecord;
  /** From where it was opened. */
  ip: string | null;
  detail: CaseDetail;
  /** Cases of the same order that are open, for pages about what of it can be sent. */
  openCases: readonly CaseRecord[];
  settings: Settings;
  contact: OrderContact;
  words: Words;
  shop: PageShop;
}>;

/** What came of a press: another look at the same address, or a page that says what is wrong. */
export type Pressed = 'again' | Readonly<{ status: number; page: CustomerPage }>;

/** One purpose of a link: what stands on its page, and what pressing does. Showing changes nothing. */
export type Purpose = Readonly<{
  show(opened: Opened, query: Readonly<Record<string, unknown>>): CustomerPage;
  press(deps: CustomerDeps, opened: Opened, body: Readonly<Record<string, unknown>>): Promise<Pressed>;
}>;

export const customer = (opened: Opened, id: string) => ({
  id,
  shop: opened.link.shop,
  actor: { kind: 'customer' } as const,
});

/** What came too late, or was done already, is no failure: the page says how it stands. */
export const stands = (outcome: Outcome): boolean =>
  outcome.status === 'done' || outcome.code === 'ended' || outcome.code === 'illegal-event';
