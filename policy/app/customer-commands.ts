import { z } from 'zod';
import { written } from './written.ts';

/**
 * What customers ask for by their links, the request form and by answering mails; staff may ask for the same where they
 * heard it otherwise. `linkId`: the customer's own link, which the handler looks at. Kept apart from `commands.ts`,
 * which is what staff propose.
 */

const OrderRef = z.string().regex(/^\d+$/, "expected the digits of an order's id");
const Lines = z
  .array(z.object({ lineItemId: z.string().regex(/^\d+$/), quantity: z.number().int().positive() }))
  .min(1);
const Because = z.string().overwrite(written).max(500);

export const EvidenceInput = z.object({
  id: z.string(),
  name: z.string(),
  mimetype: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  capturedAt: z.iso.datetime({ offset: true }).nullish(),
});
/** More photos than anybody looks at help nobody. */
export const MOST_PHOTOS = 12;
/** As many as may come at once; those that a case keeps are fewer. */
export const MOST_PHOTOS_AT_ONCE = 20;
export const Photos = z.array(EvidenceInput).max(MOST_PHOTOS_AT_ONCE).default([]);

/** Why goods come back, as a customer may say it: a refused parcel is told by the carrier. */
export const RequestReasons = z.enum([
  'defective',
  'changed_mind',
  'customer_ordered_wrong',
  'wrong_item_sent',
  'missing_item',
]);

/** Those of them that staff propose too: heard on the phone, or asked for on the customer's behalf. */
export const CUSTOMER_REQUESTS = {
  /** A case is opened as far as the policy lets it go: a number at once, or first photos, steps to try, or a person. */
  'return.request': z.object({
    kind: z.literal('return.request'),
    orderId: OrderRef,
    reason: RequestReasons,
    lines: Lines,
    because: Because.optional(),
    remedy: z.enum(['refund', 'exchange']).default('refund'),
    photos: Photos,
    troubleshootingDone: z.boolean().optional(),
    artificialDamageDeclared: z.boolean().optional(),
    /** Asked for in Shopify: the Return that is answered there. `byHand`: staff have made or approved it there already. */
    shopifyReturn: z.object({ id: z.string(), name: z.string(), byHand: z.boolean().optional() }).optional(),
  }),
  /** A19: what the customer gets once the goods are back. */
  'return.remedy': z.object({
    kind: z.literal('return.remedy'),
    caseId: z.string(),
    remedy: z.enum(['refund', 'exchange']),
    linkId: z.string().optional(),
  }),
  /** P10: the order is to go on after all. */
  'cancellation.withdraw': z.object({
    kind: z.literal('cancellation.withdraw'),
    caseId: z.string(),
    because: Because.optional(),
    linkId: z.string().optional(),
  }),
  /** Links that went to the wrong hands: none of the case's opens anything any more. */
  'links.revoke': z.object({ kind: z.literal('links.revoke'), caseId: z.string(), because: Because.min(1, 'say why') }),
} as const;

export const CUSTOMER_COMMANDS = [
  /** P3, P18: what was asked for: photos, whether the steps helped. */
  z.object({
    kind: z.literal('return.supply'),
    caseId: z.string(),
    photos: Photos,
    /** P18: the steps helped, or did not. */
    solved: z.boolean().optional(),
    /** Staff go on without photos, and say why. */
    photosWaived: Because.min(1).optional(),
    linkId: z.string().optional(),
  }),
  /** P2, P4, P23: a person issues the number for what the policy left to one. `carriage`: P1, where the settings ask. */
  z.object({
    kind: z.literal('return.issue'),
    caseId: z.string(),
    because: Because.min(1, 'say why'),
    carriage: z.enum(['charge', 'waive']).optional(),
  }),
  /** A mail came back after the server had taken it. `reason`: the status of RFC 3463 in words, without an address. */
  z.object({
    kind: z.literal('mail.bounced'),
    effectId: z.string(),
    reason: z.string().max(200),
    permanent: z.boolean(),
  }),
  /** A customer answered a mail. What it says is kept and shown to staff; nothing in it is obeyed. */
  z.object({
    kind: z.literal('mail.received'),
    caseId: z.string(),
    /** Only what is new in it, for the thread; empty where it only carried photos. */
    text: z.string().max(3000),
    photos: Photos,
    /** Attachments that could not be kept, in words. */
    refused: z.array(z.string().max(300)).max(20).default([]),
    /** It came from the address of the order. */
    fromCustomer: z.boolean(),
  }),
  /** P20: who was asked whether a parcel is theirs answered by mail. As above. */
  z.object({
    kind: z.literal('parcel.answered'),
    parcelId: z.string(),
    orderId: OrderRef,
    text: z.string().max(3000),
    photos: Photos,
    refused: z.array(z.string().max(300)).max(20).default([]),
    fromCustomer: z.boolean(),
  }),
] as const;
