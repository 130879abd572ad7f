import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** True where `signature` (base64) is the HMAC-SHA256 of `body` under one of the secrets. */
export type SignatureCheck = (body: Uint8Array, signature: string) => boolean;

/**
 * Checks signatures with the app's client secrets. After a secret is rotated Shopify may sign with the old one for up to
 * an hour, so the previous one stays valid beside the current.
 * @throws RangeError without a secret: a check that can't fail would be worse than none
 */
export const signatureCheck = (secrets: readonly string[]): SignatureCheck => {
  const keys = secrets.filter((secret) => secret !== '').map((secret) => createSecretKey(secret, 'utf8'));
  if (keys.length === 0) throw new RangeError('at least one secret is needed to check signatures');
  return (body, signature) => {
    // The text is compared, not what it decodes to: base64 decoding is lenient, a signature is not.
    const given = Buffer.from(signature, 'latin1');
    let matches = false;
    for (const key of keys) {
      const expected = Buffer.from(createHmac('sha256', key).update(body).digest('base64'), 'latin1');
      if (expected.length === given.length && timingSafeEqual(expected, given)) matches = true;
    }
    return matches;
  };
};
