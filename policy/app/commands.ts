import { z } from 'zod';
import { Actor, ShopDomain } from './actors.ts';

/**
 * The one way in. Every edge (webhook, Slack, admin, customer's link, time) and every result of an effect becomes one
 * of these; `HandleCommand` is the only thing that acts on them. Fields are what the edge knows; the shell adds time,
 * ids, facts and the person behind the actor.
 */

const OrderRef = z.string().regex(/^\d+$/, "expected the digits of an order's id");
const Line = z.object({ lineItemId: z.string().regex(/^\d+$/), quantity: z.number().int().positive() });
const Lines = z.array(Line).min(1);
const Because = z.string().trim().max(500);
const Evidence = z.object({
  id: z.string(),
  name: z.string(),
  mimetype: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
const Thread = z.object({ channel: z.string(), ts: z.string() });

export const ReturnReasons = z.enum([
  'defective',
  'changed_mind',
  'customer_ordered_wrong',
  'wrong_item_sent',
  'missing_item',
  'refused_delivery',
]);
export const InspectionResults = z.enum([
  'accepted',
  'no_fault_found',
  'artificial_damage',
  'missing_components',
  'wrong_item',
  'not_received',
]);

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
    photos: z.array(Evidence).max(20).default([]),
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
    returnPostage: z
      .object({ paidBy: z.enum(['customer', 'merchant']), amount: z.number().int().nonnegative().optional() })
      .optional(),
  }),
  'return.track': z.object({
    kind: z.literal('return.track'),
    caseId: z.string(),
    number: z.string().trim().min(3).max(80),
    carrier: z.string().max(80).optional(),
    url: z.url().max(500).optional(),
  }),
  'parcel.receive': z.object({
    kind: z.literal('parcel.receive'),
    caseId: z.string(),
    rmaMarked: z.boolean().optional(),
  }),
  'unit.inspect': z.object({
    kind: z.literal('unit.inspect'),
    caseId: z.string(),
    /** Absent: all units that are here and undecided. */
    unitIds: z.array(z.string()).optional(),
    result: InspectionResults,
    deduction: z.number().int().nonnegative().optional(),
    note: z.string().max(500).optional(),
    photos: z.array(Evidence).max(20).default([]),
  }),
  /** P25: a second person agrees that the damage is the customer's, or does not. */
  'unit.confirm': z.object({ kind: z.literal('unit.confirm'), caseId: z.string(), agree: z.boolean() }),
  'refund.approve': z.object({ kind: z.literal('refund.approve'), intentId: z.string() }),
  'refund.decline': z.object({
    kind: z.literal('refund.decline'),
    intentId: z.string(),
    because: Because.min(1, 'say why'),
  }),
  /** A person looked at a case that had stopped: the policy is asked anew. */
  'case.retry': z.object({ kind: z.literal('case.retry'), caseId: z.string() }),
  'case.note': z.object({ kind: z.literal('case.note'), caseId: z.string(), text: z.string().trim().min(1).max(3000) }),
} as const;

export const Request = z.discriminatedUnion('kind', [
  REQUESTS['cancellation.request'],
  REQUESTS['return.open'],
  REQUESTS['return.track'],
  REQUESTS['parcel.receive'],
  REQUESTS['unit.inspect'],
  REQUESTS['unit.confirm'],
  REQUESTS['refund.approve'],
  REQUESTS['refund.decline'],
  REQUESTS['case.retry'],
  REQUESTS['case.note'],
]);
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

/** A plain answer in a thread that changes nothing: help, an order looked up, an order number not known. */
export const Told = z.object({
  kind: z.literal('staff.tell'),
  key: z.string(),
  thread: Thread,
  text: z.string().max(3000),
  orderId: OrderRef.optional(),
  decision: z.unknown().optional(),
});

const OBSERVATIONS = [
  /** A newer state of an order, parsed from a webhook or read from Shopify. `facts` and `contact` as in `policy/facts`. */
  z.object({ kind: z.literal('order.observed'), facts: z.unknown(), contact: z.unknown() }),
  /** Something about the order changed; its webhook did not carry the order: read it again. */
  z.object({ kind: z.literal('order.stale'), orderId: OrderRef, because: z.string() }),
  z.object({ kind: z.literal('shop.uninstalled') }),
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

export const Command = z.discriminatedUnion('kind', [...Request.options, ...PROPOSALS, Told, ...OBSERVATIONS]);
export type Command = z.infer<typeof Command>;
export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Who, where, and under which key: handling the same id twice acts once and answers the same. */
export const Envelope = z.object({ id: z.string().min(1).max(200), shop: ShopDomain, actor: Actor });
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
