import { z } from 'zod';

/** A shop's permanent domain, e.g. `demo.myshopify.com`. */
export const ShopDomain = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected a shop domain like demo.myshopify.com');

/** owner: settings, people, publish · approver: refunds · agent: cases · warehouse: parcels and tests. */
export const Role = z.enum(['owner', 'approver', 'agent', 'warehouse']);
export type Role = z.infer<typeof Role>;

/** Who asks. Staff come as the platform vouches for them; the shell maps them to a person and a role. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slack'), team: z.string(), user: z.string() }),
  z.object({ kind: z.literal('staff'), staffId: z.string() }),
  z.object({ kind: z.literal('customer') }),
  z.object({ kind: z.literal('shopify') }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Somebody who works for the merchant. One person may be known to Shopify, to Slack, or to both. */
export type Person = Readonly<{
  id: string;
  shop: string;
  name: string;
  role: Role | null;
  staffId: string | null;
  slackTeam: string | null;
  slackUser: string | null;
  /** Another record turned out to be the same person; this one may do nothing any more. */
  mergedInto?: string | null;
  /** Slack says so: a guest of the workspace approves nothing, whatever their role. */
  guest?: boolean;
  /** Of the e-mail address (SHA-256, per shop): two accounts with the same are one person's. */
  emailDigest?: string | null;
  /** `group`: the role follows a Slack user group; `admin`: an owner gave it, and a group changes nothing. */
  roleFrom?: 'admin' | 'group';
  /** What Makegood writes to them about: everything that is theirs, only what waits for them, nothing. */
  notify?: Notify;
  /** Of their Home and messages to them, e.g. `de`; null: as their Slack is set. */
  language?: string | null;
  /** What their Home shows: everything, or one part of it, until they choose another. */
  home?: HomeFilter;
}>;

export const Notify = z.enum(['all', 'urgent', 'none']);
export type Notify = z.infer<typeof Notify>;

export const HomeFilter = z.enum(['all', 'waiting', 'mine', 'approvals', 'overdue']);
export type HomeFilter = z.infer<typeof HomeFilter>;

/** The Slack user group whose members have a role in the shop. */
export type RoleGroup = Readonly<{ shop: string; role: Role; groupId: string }>;
