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

/** @param secretsKeys the installation's own; the first signs, the others (from before a rotation) still open */
export const createPasses = (
  secretsKeys: readonly [Uint8Array, ...Uint8Array[]],
  now: () => number = Date.now,
): Passes => {
  const [key, ...previous] = secretsKeys;
  const signs = signerOf(key);
  const signers = [signs, ...previous.map(signerOf)];
  return {
    make: (pass) => {
      const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
      return `${body}.${signs(body).toString('base64url')}`;
    },
    open: (text) => {
      if (typeof text !== 'string' || text.length > 20_000) return null;
      const [body = '', mac = ''] = text.split('.');
      const given = Buffer.from(mac, 'base64url');
      if (given.length !== MAC || !signers.some((own) => timingSafeEqual(given, own(body)))) return null;
      const parsed = Pass.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      return parsed.success && parsed.data.until > now() ? parsed.data : null;
    },
  };
};

/** Bytes of a SHA-256. */
const MAC = 32;

const signerOf = (secretsKey: Uint8Array): ((body: string) => Buffer) => {
  const key = Buffer.from(hkdfSync('sha256', secretsKey, '', 'makegood request form', 32));
  return (body) => createHmac('sha256', key).update(body).digest();
};
