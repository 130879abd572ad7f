import { z } from 'zod';

/**
 * What an agent's text means: a proposal, never an act. Everything that interprets text (the built-in grammar, a
 * language model) answers with this union, and everything it says is bound to the shop's real orders afterwards.
 * Fields that the text does not give are left out.
 */

const Order = z.string().regex(/^#\d+$/, 'an order is written #1003');
const Rma = z.string().regex(/^RMA-[0-9A-HJKMNP-TV-Z]{7}$/, 'an rma is written RMA-4F7K2QZ');
/** `name` is what the agent called the goods; `quantity` is null where none was said. */
const Item = z.object({ quantity: z.number().int().positive().nullable(), name: z.string() });
/** The same thing for several orders is one meaning with `orders`; exactly one of the two is there. */
const OneOrMore = { order: Order.optional(), orders: z.array(Order).min(2).optional() };
const Reason = z.enum(['defective', 'changed_mind', 'customer_ordered_wrong', 'wrong_item_sent', 'missing_item']);
const Items = z.array(Item).min(1).optional();

export const Meaning = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('order.show'), ...OneOrMore }),
  z.object({
    intent: z.literal('order.cancel'),
    ...OneOrMore,
    items: Items,
  }),
  z.object({
    intent: z.literal('rma.request'),
    ...OneOrMore,
    reason: Reason.optional(),
    items: Items,
    outcome: z.enum(['refund', 'exchange']).optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  z.object({ intent: z.literal('delivery.refused'), ...OneOrMore }),
  z.object({ intent: z.literal('rma.show'), rma: Rma }),
  z.object({
    intent: z.literal('rma.tracking'),
    rma: Rma,
    tracking: z.string().optional(),
    carrier: z.string().optional(),
  }),
  z.object({ intent: z.literal('rma.receive'), rma: Rma, marked: z.boolean().optional() }),
  z.object({
    intent: z.literal('rma.inspect'),
    rma: Rma,
    result: z.enum(['accepted', 'no_fault_found', 'artificial_damage', 'missing_components', 'wrong_item']),
  }),
  z.object({ intent: z.literal('refund.approve'), rma: Rma.optional(), order: Order.optional() }),
  z.object({
    intent: z.literal('refund.decline'),
    rma: Rma.optional(),
    order: Order.optional(),
    because: z.string().optional(),
  }),
  z.object({ intent: z.literal('backorder.report'), ...OneOrMore, items: Items }),
  z.object({ intent: z.literal('backorder.answer'), ...OneOrMore, answer: z.enum(['wait', 'refund']) }),
  z.object({ intent: z.literal('rma.extend'), rma: Rma, days: z.number().int().positive().optional() }),
  z.object({ intent: z.literal('rma.decline'), rma: Rma, because: z.string().optional() }),
  z.object({ intent: z.literal('rma.lost'), rma: Rma }),
  /** The customer chose again: the money, or an exchange. Nothing is paid by it. */
  z.object({ intent: z.literal('rma.remedy'), rma: Rma, outcome: z.enum(['refund', 'exchange']) }),
  /** The customer is asked, by mail and link, for what a return needs; the agent does not pass it on. */
  z.object({
    intent: z.literal('rma.invite'),
    ...OneOrMore,
    reason: Reason.optional(),
    items: Items,
    outcome: z.enum(['refund', 'exchange']).optional(),
  }),
  /** The customer keeps the order after all: its cancellation is withdrawn. */
  z.object({ intent: z.literal('order.keep'), order: Order.optional() }),
  /** No link that the customer has of the case opens anything any more. */
  z.object({
    intent: z.literal('links.revoke'),
    rma: Rma.optional(),
    order: Order.optional(),
    because: z.string().optional(),
  }),
  z.object({
    intent: z.literal('case.note'),
    rma: Rma.optional(),
    order: Order.optional(),
    note: z.string().optional(),
  }),
  z.object({
    intent: z.literal('case.assign'),
    rma: Rma.optional(),
    order: Order.optional(),
    to: z.string().optional(),
  }),
  z.object({ intent: z.literal('queue.list'), filter: z.enum(['approvals', 'overdue', 'open', 'mine']).optional() }),
  z.object({ intent: z.literal('policy.ask'), topic: z.string().optional() }),
  z.object({ intent: z.literal('help') }),
  /** As written: the check symbol or the length is wrong. */
  z.object({ intent: z.literal('invalid_rma'), rma: z.string() }),
  z.object({ intent: z.literal('unknown'), order: Order.optional(), rma: Rma.optional() }),
]);
export type Meaning = z.infer<typeof Meaning>;
export type Intent = Meaning['intent'];
export type MeaningOf<I extends Intent> = Extract<Meaning, { intent: I }>;
export type NamedItem = z.infer<typeof Item>;

/** What the thread is about, where the text is written in one. */
export const InterpretContext = z.object({ order: z.string().optional(), rma: z.string().optional() });
export type InterpretContext = z.infer<typeof InterpretContext>;

/** Synchronous and pure. */
export type Interpret = (text: string, context?: InterpretContext) => Meaning;
