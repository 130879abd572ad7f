import { z } from 'zod';
import { CLAUSES, type ClauseId } from '../clauses.ts';
import { INSPECTION_RESULTS, RETURN_REASONS } from '../decision.ts';
import { Actor, HomeFilter, Notify, Role, ShopDomain } from './actors.ts';
import { CUSTOMER_COMMANDS, CUSTOMER_REQUESTS, Photos } from './customer-commands.ts';
import { PrivacyKind, PrivacySubject } from './privacy.ts';
import { KEPT_MESSAGE_DAYS, MAX_LIST_FROM, MIN_LIST_FROM } from './records.ts';
import { written } from './written.ts';

/**
 * The one way in. Every edge (webhook, Slack, admin, customer's link, time) and every result of an effect becomes one
 * of these; `HandleCommand` is the only thing that acts on them. Fields are what the edge knows; the shell adds time,
 * ids, facts and the person behind the actor.
 */

const OrderRef = z.string().regex(/^\d+$/, "expected the digits of an order's id");
const Line = z.object({ lineItemId: z.string().regex(/^\d+$/), quantity: z.number().int().positive() });
const Lines = z.array(Line).min(1);
const Because = z.string().overwrite(written).max(500);
const LocalDate = z.iso.date('expected a date like 2026-12-01');
const Thread = z.object({ channel: z.string(), ts: z.string() });

export const ReturnReasons = z.enum(RETURN_REASONS);
export const InspectionResults = z.enum(INSPECTION_RESULTS);

const Clause = z.enum(Object.keys(CLAUSES) as [ClauseId, ...ClauseId[]]);
const Postage = z.object({
  paidBy: z.enum(['customer', 'merchant']),
  amount: z.number().int().nonnegative().optional(),
});

/** Asked for by people; each can be proposed first (`proposal.make`) and is then confirmed with a button. */
const REQUESTS = {
  'cancellation.request': z.object({
    kind: z.literal('cancellation.request'),
    orderId: OrderRef,
    lines: Lines.optional(),
    because: Because.optional(),
  }),
  'return.open': z.object({
    kind: z.literal('return.open'),
    orderId: OrderRef,
    reason: ReturnReasons,
    lines: Lines,
    because: Because.optional(),
    remedy: z.enum(['refund', 'exchange']).default('refund'),
    photos: Photos,
    troubleshootingDone: z.boolean().optional(),
    artificialDamageDeclared: z.boolean().optional(),
    contact: z
      .object({
        name: z.string().max(200).optional(),
        email: z.string().max(254).optional(),
        phone: z.string().max(40).optional(),
      })
      .optional(),
    originalShippingCost: z.number().int().nonnegative().optional(),
    returnPostage: Postage.optional(),
    /** P1: what the agent says where the settings ask. Waiving takes a reason. */
    carriage: z.enum(['charge', 'waive']).optional(),
    /** P2, P23: what the agent says where the policy leaves it open or says no: issue it with a reason, or decline it. */
    answer: z.enum(['issue', 'decline']).optional(),
    /** Why the agent waived the carriage, issued the number or declined; `because` is what the customer says. */
    reasonGiven: Because.optional(),
  }),
  'return.track': z.object({
    kind: z.literal('return.track'),
    caseId: z.string(),
    number: z.string().trim().min(3).max(80),
    carrier: z.string().max(80).optional(),
    url: z.url().max(500).optional(),
    /** P21: when the carrier took it, ISO 8601: what counts for a parcel that is here too late. */
    acceptedAt: z.iso.datetime({ offset: true }).optional(),
    /** The customer's own link. */
    linkId: z.string().optional(),
  }),
  'parcel.receive': z.object({
    kind: z.literal('parcel.receive'),
    caseId: z.string(),
    rmaMarked: z.boolean().optional(),
    /** Where not all of it came: what did. Absent: all units that are still expected. */
    unitIds: z.array(z.string()).min(1).optional(),
    /** Of a parcel that comes back undelivered: what the carrier takes for it, and what a free shipment had cost (P12). */
    returnPostage: Postage.optional(),
    originalShippingCost: z.number().int().nonnegative().optional(),
  }),
  'unit.inspect': z.object({
    kind: z.literal('unit.inspect'),
    caseId: z.string(),
    /** Absent: all units that are here and undecided. */
    unitIds: z.array(z.string()).optional(),
    result: InspectionResults,
    deduction: z.number().int().nonnegative().optional(),
    note: z.string().max(500).optional(),
    photos: Photos,
  }),
  /** P25: a second person agrees that the damage is the customer's, or does not. */
  'unit.confirm': z.object({ kind: z.literal('unit.confirm'), caseId: z.string(), agree: z.boolean() }),
  /** P24, P33: what becomes of units whose test left it to a person. */
  'unit.decide': z.object({
    kind: z.literal('unit.decide'),
    caseId: z.string(),
    /** Absent: all units of the case that the decision fits. */
    unitIds: z.array(z.string()).optional(),
    decision: z.enum(['accept', 'deduct', 'wait_part', 'refuse', 'part_arrived', 'recount', 'test_again']),
    deduction: z.number().int().positive().optional(),
    because: Because.min(1, 'say why'),
  }),
  /** P13: the parcel comes back, or seems to; a person says what happened. */
  'delivery.refused': z.object({
    kind: z.literal('delivery.refused'),
    orderId: OrderRef,
    fulfillmentId: OrderRef.optional(),
    because: Because.optional(),
  }),
  'delivery.find': z.object({
    kind: z.literal('delivery.find'),
    caseId: z.string(),
    finding: z.enum(['refused', 'wrong_address', 'lost', 'false_alarm']),
    because: Because.optional(),
  }),
  /** P21: more days; once the last day is over a second person agrees first (`return.confirm`). */
  'return.extend': z.object({
    kind: z.literal('return.extend'),
    caseId: z.string(),
    days: z.number().int().min(1).max(180),
    because: Because.min(1, 'say why'),
  }),
  'return.confirm': z.object({ kind: z.literal('return.confirm'), caseId: z.string(), agree: z.boolean() }),
  /** A person says no. Without a clause the policy's own refusal is what it rests on. */
  'return.decline': z.object({
    kind: z.literal('return.decline'),
    caseId: z.string(),
    clause: Clause.optional(),
    because: Because.min(1, 'say why'),
  }),
  /** The customer keeps the goods after all; nothing has come back. */
  'return.cancel': z.object({
    kind: z.literal('return.cancel'),
    caseId: z.string(),
    because: Because.optional(),
    /** The customer's own link. */
    linkId: z.string().optional(),
  }),
  /** P38: the parcel is lost on its way back. By whose label it travelled decides. */
  'return.lost': z.object({
    kind: z.literal('return.lost'),
    caseId: z.string(),
    labelBy: z.enum(['customer', 'merchant']).optional(),
    because: Because.optional(),
  }),
  /** What the policy left to a person at the end: the carriage (P1), a late parcel (P21), goodwill (P4). */
  'return.judge': z.object({
    kind: z.literal('return.judge'),
    caseId: z.string(),
    answer: z.enum(['charge', 'waive', 'accept_late', 'goodwill']),
    because: Because.min(1, 'say why'),
  }),
  /** `to`: the id of a person of the shop. */
  'case.assign': z.object({ kind: z.literal('case.assign'), caseId: z.string(), to: z.string().min(1) }),
  'refund.approve': z.object({ kind: z.literal('refund.approve'), intentId: z.string() }),
  'refund.decline': z.object({
    kind: z.literal('refund.decline'),
    intentId: z.string(),
    because: Because.min(1, 'say why'),
  }),
  /** P16: the replacement is not there: the customer gets the money, or waits for it. */
  'exchange.convert': z.object({
    kind: z.literal('exchange.convert'),
    caseId: z.string(),
    to: z.enum(['refund', 'wait']),
    because: Because.min(1, 'say why'),
  }),
  /** P17: what is exchanged goes out before the goods are back, for a reason; an approver other than the asker agrees. */
  'exchange.ship-first': z.object({
    kind: z.literal('exchange.ship-first'),
    caseId: z.string(),
    because: Because.min(1, 'say why'),
  }),
  /** The replacement went out first, and what it replaced will not come: the case ends without it, and without money. */
  'exchange.write-off': z.object({
    kind: z.literal('exchange.write-off'),
    caseId: z.string(),
    because: Because.min(1, 'say why'),
  }),
  /** What a refund was for that somebody made in Shopify by hand and that names no units. */
  'refund.attribute': z.object({
    kind: z.literal('refund.attribute'),
    caseId: z.string(),
    refundId: OrderRef,
    to: z.enum(['line', 'shipping', 'goodwill']),
    because: Because.optional(),
  }),
  /** A refund that can't go the way it came was paid another way; `reference` says where that can be looked up. */
  'refund.settle': z.object({
    kind: z.literal('refund.settle'),
    intentId: z.string(),
    reference: z.string().trim().min(3, 'say where the payment can be looked up').max(200),
    because: Because.optional(),
  }),
  /** Approved, and taken back while no money has moved: it waits for approvers again. */
  'refund.stop': z.object({ kind: z.literal('refund.stop'), intentId: z.string() }),
  /** Another approver is to decide. `to`: the id of a person of the shop. */
  'refund.delegate': z.object({ kind: z.literal('refund.delegate'), intentId: z.string(), to: z.string().min(1) }),
  /** P6: something of the order can't be supplied. */
  'backorder.report': z.object({
    kind: z.literal('backorder.report'),
    orderId: OrderRef,
    lines: Lines,
    because: Because.optional(),
    /** Local date on which it is expected again, where that is known. */
    eta: LocalDate.optional(),
  }),
  /** P8, P9: the customer will wait, or wants the money. Staff say in `note` how they heard of it; `linkId`: the customer's own link. */
  'backorder.answer': z.object({
    kind: z.literal('backorder.answer'),
    caseId: z.string(),
    answer: z.enum(['wait', 'refund']),
    /** Where only a part is out of stock (A2); absent: what concerns only that part. */
    choice: z.enum(['wait-all', 'ship-rest', 'refund-part', 'cancel-all']).optional(),
    note: z.string().trim().max(500).optional(),
    linkId: z.string().optional(),
    /** From where the link was pressed: kept with a consent (P8). */
    ip: z.string().max(45).optional(),
  }),
  /** A date, or a new one: who waits for an earlier one is asked again (P8). */
  'backorder.eta': z.object({ kind: z.literal('backorder.eta'), caseId: z.string(), eta: LocalDate }),
  /** It never comes: consent is void and the money goes back (P9). */
  'backorder.discontinued': z.object({
    kind: z.literal('backorder.discontinued'),
    caseId: z.string(),
    because: Because.optional(),
  }),
  /** It is in stock: what was held goes out. */
  'backorder.release': z.object({ kind: z.literal('backorder.release'), caseId: z.string() }),
  /** A person looked at a case that had stopped: the policy is asked anew. */
  'case.retry': z.object({ kind: z.literal('case.retry'), caseId: z.string() }),
  'case.note': z.object({
    kind: z.literal('case.note'),
    caseId: z.string(),
    text: z.string().overwrite(written).min(1).max(3000),
  }),
  /** P5: an ended case is looked at again; somebody else agrees first (`case.reopen-confirm`). */
  'case.reopen': z.object({
    kind: z.literal('case.reopen'),
    caseId: z.string(),
    because: Because.min(1, 'say why'),
  }),
  'case.reopen-confirm': z.object({
    kind: z.literal('case.reopen-confirm'),
    caseId: z.string(),
    agree: z.boolean(),
  }),
  /** P20: a parcel in quarantine is this case's. It arrived when it arrived (A12); the delay is recorded. */
  'parcel.match': z.object({ kind: z.literal('parcel.match'), parcelId: z.string(), caseId: z.string() }),
  ...CUSTOMER_REQUESTS,
} as const;

type OneRequest = (typeof REQUESTS)[keyof typeof REQUESTS];
export const Request = z.discriminatedUnion('kind', Object.values(REQUESTS) as [OneRequest, ...OneRequest[]]);
export type Request = z.infer<typeof Request>;
export type RequestKind = Request['kind'];

/** A request that may still lack fields: what the interpreter understood so far. */
export const Draft = z.object({ kind: z.enum(Object.keys(REQUESTS) as [RequestKind, ...RequestKind[]]) }).loose();
export type Draft = z.infer<typeof Draft>;

const PROPOSALS = [
  /** Shows what would happen; records nothing but the proposal. `key`: the message it came from, so that a retry proposes once. */
  z.object({ kind: z.literal('proposal.make'), key: z.string(), draft: Draft, thread: Thread }),
  /** Fills in what was missing, e.g. `{ troubleshootingDone: true }`. */
  z.object({ kind: z.literal('proposal.amend'), proposalId: z.string(), fields: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('proposal.confirm'), proposalId: z.string() }),
  z.object({ kind: z.literal('proposal.dismiss'), proposalId: z.string() }),
] as const;

const Seen = z.string().trim().max(200).nullable().default(null);

/** P19, P20, P34, P35: parcels that no return can be told for. */
const PARCELS = [
  /** Kept apart. `written`: the number on the outside, as it was read. */
  z.object({
    kind: z.literal('parcel.quarantine'),
    written: z.string().trim().max(60).nullable().default(null),
    problem: z.enum(['unmarked', 'misread', 'unknown', 'not-expected']),
    tracking: Seen,
    senderName: Seen,
    senderPhone: Seen,
    orderNumber: Seen,
    note: Because.nullable().default(null),
    photos: Photos,
    /** Slack channel in which it is talked about; null: the shop's. */
    channel: z.string().nullable().default(null),
  }),
  /** More was read on or in it; what is given replaces what was known. */
  z.object({
    kind: z.literal('parcel.describe'),
    parcelId: z.string(),
    tracking: Seen,
    senderName: Seen,
    senderPhone: Seen,
    orderNumber: Seen,
    note: Because.nullable().default(null),
  }),
  /** Kept for so many days more, then looked at again. */
  z.object({ kind: z.literal('parcel.hold'), parcelId: z.string(), days: z.number().int().min(1).max(365) }),
  /** The customer of this order is asked whether it is theirs; the mail tells nothing of anybody else. */
  z.object({ kind: z.literal('parcel.ask-sender'), parcelId: z.string(), orderId: OrderRef }),
  z.object({
    kind: z.literal('parcel.close'),
    parcelId: z.string(),
    how: z.enum(['sent_back', 'disposed', 'not_a_return']),
    because: Because.min(1, 'say why'),
  }),
  /** The days for which it was held are over. */
  z.object({ kind: z.literal('parcel.due'), parcelId: z.string(), unmatched: z.int().optional() }),
] as const;

/** Who works for the shop, as Slack says and as owners and they themselves say. */
const PEOPLE = [
  /** What Slack says of one person. Nobody is given a role by it; who is a guest or has gone approves nothing. */
  z.object({
    kind: z.literal('people.profile'),
    team: z.string(),
    user: z.string(),
    guest: z.boolean(),
    deleted: z.boolean().default(false),
    emailDigest: z.string().nullable(),
  }),
  /** An owner says whose members have a role. `groupId` null: nobody by a group. */
  z.object({ kind: z.literal('people.map-group'), role: Role, groupId: z.string().nullable() }),
  /** Who is in the group of a role now. */
  z.object({
    kind: z.literal('people.group'),
    role: Role,
    team: z.string(),
    members: z.array(
      z.object({ user: z.string(), name: z.string().max(200), guest: z.boolean(), emailDigest: z.string().nullable() }),
    ),
  }),
  /** The workspace is gone: by an owner, or because Slack said so. */
  z.object({ kind: z.literal('slack.disconnect'), team: z.string(), because: z.string().max(200) }),
  /** A shop's morning: local date. */
  z.object({ kind: z.literal('digest.due'), date: LocalDate }),
  /** What somebody chose for themselves. */
  z.object({ kind: z.literal('person.settings'), notify: Notify, language: z.string().max(10).nullable() }),
  /** What somebody's Home shows from now on. */
  z.object({ kind: z.literal('person.home'), filter: HomeFilter }),
] as const;

/** A plain answer in a thread that changes nothing: help, an order looked up, an order number not known. */
export const Told = z.object({
  kind: z.literal('staff.tell'),
  key: z.string(),
  thread: Thread,
  text: z.string().max(3000),
  orderId: OrderRef.optional(),
  decision: z.unknown().optional(),
});

/** What owners do to the policy itself. `expected`: version of the draft they saw; null: there was none. */
const POLICY = [
  z.object({
    kind: z.literal('policy.save-draft'),
    settings: z.record(z.string(), z.unknown()),
    expected: z.number().int().positive().nullable(),
  }),
  z.object({ kind: z.literal('policy.discard-draft'), expected: z.number().int().nonnegative() }),
  z.object({
    kind: z.literal('policy.publish'),
    expected: z.number().int().nonnegative(),
    /** Orders placed from then on are judged by it; null: at once. */
    effectiveAt: z.iso.datetime({ offset: true }).nullable(),
  }),
  z.object({ kind: z.literal('policy.withdraw'), versionId: z.guid() }),
] as const;

const OneLine = z
  .string()
  .overwrite(written)
  .regex(/^[^\r\n\0]*$/, 'one line, please');
const ADDRESS = /^(?:[^<>"@]{1,100} <[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)$/;
/** `name@example.com`, or a name before it in angle brackets: `Demo <name@example.com>`. */
const Sender = OneLine.max(200).regex(ADDRESS, 'expected an address like Demo <returns@example.com>');
const SlackChannel = z.string().regex(/^[CG][A-Z0-9]{2,30}$/, "expected a channel's id like C0RETURNS");

/** What owners do to people and to the shop's own settings, and what staff do to work that stopped. */
const SHOP = [
  z.object({
    kind: z.literal('people.save'),
    /** Null: somebody new. */
    personId: z.guid().nullable(),
    name: OneLine.min(1, 'say who it is').max(100),
    /** Null: may only look. */
    role: Role.nullable(),
    staffId: z
      .string()
      .regex(/^\d{1,20}$/, "expected the digits of a staff member's id")
      .nullable(),
    slackUser: z
      .string()
      .regex(/^[UW][A-Z0-9]{2,30}$/, "expected a member's id like U012ABCDEF")
      .nullable(),
  }),
  z.object({
    kind: z.literal('shop.configure'),
    /** Version of the settings that were seen (`preferences.version`, 0 before the first). */
    expected: z.number().int().nonnegative(),
    changes: z.strictObject({
      mailFrom: Sender.optional(),
      contactEmail: z.email().max(254).optional(),
      returnAddress: z.array(OneLine.min(1).max(100)).max(6).optional(),
      slackChannel: SlackChannel.optional(),
      approvalsChannel: SlackChannel.optional(),
      /** New cases within a minute from which they share one message. */
      slackListFrom: z.number().int().min(MIN_LIST_FROM).max(MAX_LIST_FROM).optional(),
      setUpDismissed: z.boolean().optional(),
      setUpDone: z
        .array(z.string().regex(/^[a-z-]{1,40}$/))
        .max(20)
        .optional(),
      retention: z
        .strictObject({
          webhookDays: z.number().int().min(1).max(KEPT_MESSAGE_DAYS).optional(),
          photoDays: z.number().int().min(30).max(3650).nullish(),
          personalDays: z.number().int().min(30).max(3650).nullish(),
        })
        .optional(),
    }),
  }),
  z.object({ kind: z.literal('mail.test') }),
  /** Lists of cases that staff come back to, for everybody of the shop. */
  z.object({
    kind: z.literal('cases.set-views'),
    expected: z.number().int().nonnegative(),
    views: z.array(z.object({ name: OneLine.min(1).max(60), query: OneLine.max(500) })).max(20),
  }),
  /** What belongs into a returned parcel of this product; an empty list forgets it. */
  z.object({
    kind: z.literal('desk.set-checklist'),
    expected: z.number().int().nonnegative(),
    productId: z.string().regex(/^\d{1,20}$/),
    title: OneLine.max(200),
    parts: z.array(OneLine.min(1).max(100)).max(30),
  }),
  z.object({ kind: z.literal('effect.dismiss'), effectId: z.string(), because: Because.min(1, 'say why') }),
  /** A message of the inbox; `what` names its source and topic. */
  z.object({
    kind: z.literal('delivery.dismiss'),
    rowId: z.string().regex(/^\d{1,18}$/),
    what: z.string().max(200),
    because: Because.min(1, 'say why'),
  }),
  /** A message of the inbox is tried again: written down before it is. */
  z.object({
    kind: z.literal('delivery.retry'),
    rowId: z.string().regex(/^\d{1,18}$/),
    what: z.string().max(200),
  }),
  /** How the shop's mails look was changed, or who of them can be reached. `what`: names of fields and texts, no texts. */
  z.object({ kind: z.literal('mails.changed'), what: z.string().min(1).max(1000) }),
] as const;

const OBSERVATIONS = [
  /** A newer state of an order, parsed from a webhook or read from Shopify. `facts` and `contact` as in `policy/facts`. */
  z.object({ kind: z.literal('order.observed'), facts: z.unknown(), contact: z.unknown() }),
  /** Something about the order changed; its webhook did not carry the order: read it again. */
  z.object({ kind: z.literal('order.stale'), orderId: OrderRef, because: z.string() }),
  /** Something will perhaps not be supplied: a product was removed, or a fulfilment service could not complete. */
  z.object({
    kind: z.literal('shortage.hinted'),
    about: z.enum(['product', 'fulfillment-order']),
    id: z.string().regex(/^\d+$/),
    because: z.string(),
  }),
  /** Stock of something changed: who waits for it, and who can't be served, is looked up. */
  z.object({ kind: z.literal('stock.changed'), inventoryItemId: z.string().regex(/^\d+$/) }),
  /** Some orders can't be served by what is there: looked at again when the debounce is over (A22). */
  z.object({ kind: z.literal('stock.short'), inventoryItemId: z.string().regex(/^\d+$/) }),
  /** What stock there is means for one order: units of its lines that can't be served, and who is served now. */
  z.object({
    kind: z.literal('stock.observed'),
    orderId: OrderRef,
    /** Short by the figures, after the debounce; a case is opened for them. */
    short: z.array(Line),
    /** Lines of open cases that can be served now, oldest consent first. */
    back: z.array(z.string().regex(/^\d+$/)),
    /** Lines that were being shipped and are short again. */
    gone: z.array(z.string().regex(/^\d+$/)),
    /** Figures from which a rise is counted, where staff said that the shelf is empty; by line. */
    baseline: z.record(z.string(), z.number().int()),
  }),
  /** `at`: when the merchant removed the app; one from before the last installation is late and means nothing. */
  z.object({ kind: z.literal('shop.uninstalled'), at: z.iso.datetime({ offset: true }).optional() }),
  /** One of Shopify's privacy topics. */
  z.object({
    kind: z.literal('privacy.asked'),
    request: PrivacyKind,
    shopifyId: z.string().nullable(),
    subject: PrivacySubject,
  }),
  /** A request that waited for cases to end is looked at again. */
  z.object({ kind: z.literal('privacy.continue'), requestId: z.string() }),
  /** An owner downloaded what is kept about a customer. */
  z.object({ kind: z.literal('privacy.exported'), requestId: z.string() }),
  /** Orders from before the installation are read: when a shop installs, and when an owner asks for it. */
  z.object({ kind: z.literal('backfill.start') }),
  /** Shopify has ended a bulk operation: by its webhook, or because we looked. */
  z.object({ kind: z.literal('backfill.exported'), operation: z.string() }),
  /** The shop's name, zone, currency or scopes changed: they are read. */
  z.object({ kind: z.literal('shop.stale'), because: z.string() }),
  z.object({
    kind: z.literal('shop.observed'),
    name: z.string(),
    timeZone: z.string(),
    country: z.string(),
    currency: z.string(),
    contactEmail: z.string(),
    scopes: z.array(z.string()),
  }),
  /** A fulfilment service answered a request to cancel; the notice names a fulfilment order alone. */
  z.object({ kind: z.literal('recall.answered'), fulfillmentOrderId: z.string().regex(/^\d+$/) }),
  /** What the fulfilment orders of an order say, as read from Shopify. */
  z.object({
    kind: z.literal('recall.observed'),
    orderId: OrderRef,
    fulfillmentOrders: z.array(z.object({ id: z.string(), requestStatus: z.string() })),
  }),
  /** An effect ended; see `effects.ts` for the results of each kind. */
  z.object({
    kind: z.literal('effect.settled'),
    effectId: z.string(),
    outcome: z.enum(['done', 'refused', 'unknown']),
    result: z.unknown(),
    error: z.string().nullable(),
  }),
  z.object({ kind: z.literal('effect.retry'), effectId: z.string() }),
  /** The runner is about to move this intent's money: from here on it can't be stopped. Refused unless it is approved. */
  z.object({ kind: z.literal('intent.execute'), intentId: z.string(), execution: z.unknown() }),
  z.object({ kind: z.literal('deadline.due'), deadlineId: z.string() }),
] as const;

export const Command = z.discriminatedUnion('kind', [
  ...Request.options,
  ...PROPOSALS,
  ...POLICY,
  ...CUSTOMER_COMMANDS,
  ...PARCELS,
  ...SHOP,
  ...PEOPLE,
  Told,
  ...OBSERVATIONS,
]);
export type Command = z.infer<typeof Command>;
export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** What whoever asks has seen of the thing, by its version; at any other it has changed, and they are to look again. */
const SeenVersion = z.object({
  of: z.enum(['case', 'refund', 'parcel', 'person']),
  versions: z.array(z.number().int()),
});
export type SeenVersion = z.infer<typeof SeenVersion>;

/** Who, where, and under which key: handling the same id twice acts once and answers the same. */
export const Envelope = z.object({
  id: z.string().min(1).max(200),
  shop: ShopDomain,
  actor: Actor,
  /** Absent: it rests on what is there. */
  seen: SeenVersion.optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** A refusal is a value: the product is explaining it. */
export type Outcome =
  | Readonly<{
      status: 'done';
      replayed: boolean;
      caseId: string | null;
      proposalId: string | null;
      intentId: string | null;
    }>
  | Readonly<{
      status: 'refused';
      code: RefusalCode;
      because: string;
      clauses: readonly string[];
      caseId: string | null;
    }>;

export type RefusalCode =
  | 'not-found'
  | 'not-allowed'
  | 'own-proposal'
  | 'stale'
  | 'ended'
  | 'illegal-event'
  | 'policy'
  | 'missing'
  | 'invalid'
  | 'shop-uninstalled';

export type HandleCommand = (envelope: Envelope, command: Command) => Promise<Outcome>;
