import { z } from 'zod';
import { Role } from '../../../../policy/app/actors.ts';

/** Who is looking, and what pages need to write money and times the shop's way. */
export const Me = z.object({
  shop: z.object({
    domain: z.string(),
    name: z.string(),
    /** IANA name. */
    timeZone: z.string(),
    /** ISO 3166. */
    country: z.string(),
    currency: z.string(),
    slackConnected: z.boolean(),
    /** Access scopes that are needed and not granted. */
    missingScopes: z.array(z.string()),
  }),
  /** Null: Shopify knows this staff member, Makegood does not yet. */
  person: z.object({ id: z.string(), name: z.string(), role: Role.nullable() }).nullable(),
});
export type Me = z.infer<typeof Me>;
