import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';

/** What Slack says of somebody, as far as it matters who may decide. */
export type Profile = Readonly<{ name: string; guest: boolean; deleted: boolean; emailDigest: string | null }>;

const User = z.object({
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  /** Guests of one or several channels, and people of a connected workspace. */
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

/** Two accounts with one address are one person's; the address itself is not kept. */
export const emailDigest = (shop: string, email: string): string =>
  createHash('sha256').update(`${shop}/${email.trim().toLowerCase()}`).digest('hex');

export const profileOf = (shop: string, raw: unknown): Profile | null => {
  const parsed = User.safeParse(raw);
  if (!parsed.success) return null;
  const user = parsed.data;
  const email = user.profile?.email;
  return {
    name: (user.real_name ?? user.name).slice(0, 200),
    guest:
      user.is_restricted === true ||
      user.is_ultra_restricted === true ||
      user.is_stranger === true ||
      user.is_bot === true,
    deleted: user.deleted === true,
    emailDigest: email === undefined || email === '' ? null : emailDigest(shop, email),
  };
};

/** @throws where Slack does not answer */
export const readProfile = async (client: webApi.WebClient, shop: string, user: string): Promise<Profile | null> =>
  profileOf(shop, (await client.users.info({ user })).user);
