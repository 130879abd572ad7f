import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * What the request form carries from one page to the next: signed by this installation, for one order, for a while.
 * Of somebody who only looks nothing is kept on the server but the photos, and those for a week (`prisma/retention.ts`).
 */
const Pass = z.object({
  shop: z.string(),
  orderId: z.string(),
  /** Real time, in milliseconds. */
  until: z.number(),
  /** What is to be asked for, once the customer has seen the answer. */
  ask: z.unknown().optional(),
});
export type Pass = z.infer<typeof Pass>;

export type Passes = Readonly<{ make(pass: Pass): string; open(text: unknown): Pass | null }>;

export const createPasses = (secretsKey: Uint8Array, now: () => number = Date.now): Passes => {
  const key = Buffer.from(hkdfSync('sha256', secretsKey, '', 'makegood request form', 32));
  const macOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    make: (pass) => {
      const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
      return `${body}.${macOf(body).toString('base64url')}`;
    },
    open: (text) => {
      if (typeof text !== 'string' || text.length > 20_000) return null;
      const [body = '', mac = ''] = text.split('.');
      const given = Buffer.from(mac, 'base64url');
      const own = macOf(body);
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      const parsed = Pass.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      return parsed.success && parsed.data.until > now() ? parsed.data : null;
    },
  };
};
