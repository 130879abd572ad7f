import type { Backfills } from '../../../policy/app/backfill.ts';
import type { HandleCommand } from '../../../policy/app/commands.ts';
import type { EffectKind, EffectOf } from '../../../policy/app/effects.ts';
import type { EvidenceRead } from '../../../policy/app/evidence.ts';
import type { FoldedCards } from '../../../policy/app/folded-cards.ts';
import type { LinkPurpose } from '../../../policy/app/links.ts';
import type { MailLook, MailLooks } from '../../../policy/app/mail-look.ts';
import type { ParcelRead } from '../../../policy/app/parcels.ts';
import type {
  Clock,
  CustomerLinks,
  DeadAddresses,
  EvidenceStore,
  Ids,
  Mailer,
  ShopifyAdmin,
  StaffChannel,
} from '../../../policy/app/ports.ts';
import type { Privacy } from '../../../policy/app/privacy.ts';
import type { CaseDetail, ReadModel } from '../../../policy/app/read-model.ts';
import type { CaseRecord, EffectRecord, RefundIntentRecord, ShopRecord } from '../../../policy/app/records.ts';
import type { Store, TokenStore } from '../../../policy/app/store.ts';
import type { OrderContact } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';

/** One mail, written from the case as it stands. Implemented by `web/adapters/mail`. */
export type ComposeMail = (
  template: EffectOf<'mail.send'>['template'],
  input: Readonly<{
    detail: CaseDetail;
    contact: OrderContact;
    intent: RefundIntentRecord | null;
    now: string;
    look: MailLook;
    settings: Settings;
    links: Readonly<Partial<Record<LinkPurpose, string>>>;
    openCases?: readonly CaseRecord[];
    byHand?: boolean;
  }>,
) => Promise<
  Readonly<{
    subject: string;
    text: string;
    html: string;
    attachments: readonly { filename: string; content: Uint8Array; contentType: string; cid?: string }[];
  }>
>;

/** The mail that asks whether a parcel is theirs. Implemented by `web/adapters/mail`. */
export type ComposeAskSender = (
  input: Readonly<{
    shop: ShopRecord;
    orderName: string;
    contact: OrderContact;
    look: MailLook;
    /** The instant until which the parcel is kept; null where nobody has said. */
    heldUntil: string | null;
  }>,
) => ReturnType<ComposeMail>;

export type RunnerDeps = Readonly<{
  store: Store;
  read: ReadModel;
  parcels: ParcelRead;
  samePhotos: EvidenceRead;
  /** For what a person waits for. */
  shopify: ShopifyAdmin;
  /** The same, second in line: for readings that nobody waits for. */
  background: ShopifyAdmin;
  tokens: TokenStore;
  privacy: Privacy;
  backfills: Backfills;
  mailer: Mailer;
  composeMail: ComposeMail;
  composeAskSender: ComposeAskSender;
  mailLooks: Pick<MailLooks, 'load'>;
  deadAddresses: Pick<DeadAddresses, 'find' | 'note'>;
  /** The settings under which a case is decided. */
  settingsOf: (detail: CaseDetail) => Promise<Settings>;
  channel: StaffChannel;
  folded: FoldedCards;
  forgetSlackToken(team: string): Promise<void>;
  evidence: EvidenceStore;
  /** Makes a customer's link and gives its address. */
  customerUrl: (link: Parameters<CustomerLinks['issue']>[0]) => Promise<string>;
  handle: HandleCommand;
  clock: Clock;
  ids: Ids;
}>;

/** Done with a result, or to be continued: `again` runs the same effect once more after so many milliseconds. */
export type RunResult = Readonly<{ done: unknown }> | Readonly<{ again: number; progress?: unknown }>;

export type Runner<K extends EffectKind> = (
  deps: RunnerDeps,
  effect: EffectOf<K>,
  record: EffectRecord,
) => Promise<RunResult>;

/** The case an effect is about; gone only where a shop was emptied meanwhile. */
export const caseOf = async (deps: RunnerDeps, record: EffectRecord, caseId: string): Promise<CaseDetail> => {
  const detail = await deps.read.caseDetail(record.shop, caseId);
  if (detail === null) throw new Error(`case ${caseId} of effect ${record.key} is not there any more`);
  return detail;
};

export const intentOf = (detail: CaseDetail, intentId: string): RefundIntentRecord => {
  const intent = detail.intents.find((candidate) => candidate.id === intentId);
  if (intent === undefined) throw new Error(`refund ${intentId} is not one of case ${detail.case.id}`);
  return intent;
};
