import { z } from 'zod';
import { Role } from '../../../../policy/app/actors.ts';
import { written } from '../../../../policy/app/written.ts';

export const PersonJson = z.object({
  id: z.string(),
  name: z.string(),
  role: Role.nullable(),
  staffId: z.string().nullable(),
  slackUser: z.string().nullable(),
  /** Changes with every change: send it as `If-Match: "<version>"`. */
  version: z.number().int(),
  /** It is who looks at the page. */
  you: z.boolean(),
});
export type PersonJson = z.infer<typeof PersonJson>;

export const People = z.object({
  people: z.array(PersonJson),
  slackConnected: z.boolean(),
  mayEdit: z.boolean(),
});
export type People = z.infer<typeof People>;

/** The fields are those of `people.save`, which is what parses them. */
export const PersonInput = z.strictObject({
  name: z.string().overwrite(written).min(1, 'say who it is').max(100),
  role: Role.nullable(),
  staffId: z.string().trim().max(20).nullable(),
  slackUser: z.string().trim().max(32).nullable(),
});
export type PersonInput = z.infer<typeof PersonInput>;
