import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

/**
 * Encryption at rest: AES-256-GCM under a key that only the environment knows. A sealed value is
 * `format (1) · key id (4) · nonce (12) · tag (16) · ciphertext`, bound to its place (`contact/shop/order`), so that
 * one row's value does not open in another.
 */
export type Secrets = Readonly<{
  seal(place: string, plain: string | Uint8Array): Buffer;
  /** @throws WrongSecretsKey where it was sealed under a key that is not configured; Error where it was changed */
  open(place: string, sealed: Uint8Array): string;
  /** The same, of bytes that are no text. */
  openBytes(place: string, sealed: Uint8Array): Buffer;
  /** True of what one of the configured keys has sealed; false of anything that was never sealed. */
  isSealed(value: Uint8Array): boolean;
  /** True of what the key has sealed that seals now, and none from before. */
  isSealedNow(value: Uint8Array): boolean;
  /**
   * Keyed digests of a word, as UUIDs: under the current key first, then under earlier ones. What is written goes under
   * the first, what is looked up under all.
   */
  digests(word: string): readonly [string, ...string[]];
}>;

export class WrongSecretsKey extends Error {
  override readonly name = 'WrongSecretsKey';
}

const FORMAT = 1;
const KEY_ID = 4;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID + NONCE + TAG;

/** `search` is derived: a digest must not tell anything about the key that seals. */
type Key = Readonly<{ id: Buffer; key: KeyObject; search: Buffer }>;

/**
 * @param key       32 bytes; what is sealed from now on
 * @param previous  keys from before a rotation, only to open with
 * @throws Error where a key has another length
 */
export const createSecrets = (key: Uint8Array, previous: readonly Uint8Array[] = []): Secrets => {
  const current = toKey(key);
  const keys = [current, ...previous.map(toKey)];
  const keyOf = (value: Buffer): Key | undefined =>
    keys.find((candidate) => candidate.id.equals(value.subarray(1, 1 + KEY_ID)));
  const openBytes = (place: string, sealed: Uint8Array): Buffer => {
    const value = toBuffer(sealed);
    if (value.length < HEAD || value[0] !== FORMAT)
      throw new Error(`${kindOf(place)} is not in the form this version writes`);
    const own = keyOf(value);
    if (own === undefined) {
      const id = value.subarray(1, 1 + KEY_ID).toString('hex');
      throw new WrongSecretsKey(
        `MAKEGOOD_SECRETS_KEY is not the key this database was written with (it has key ${id}, configured is ${current.id.toString('hex')}): set the key it was installed with, or name it in MAKEGOOD_SECRETS_KEY_PREVIOUS`,
      );
    }
    const nonce = value.subarray(1 + KEY_ID, 1 + KEY_ID + NONCE);
    const decipher = createDecipheriv('aes-256-gcm', own.key, nonce).setAAD(Buffer.from(place));
    decipher.setAuthTag(value.subarray(HEAD - TAG, HEAD));
    try {
      return Buffer.concat([decipher.update(value.subarray(HEAD)), decipher.final()]);
    } catch (error) {
      throw new Error(`${kindOf(place)} was changed, or belongs to another row`, { cause: error });
    }
  };
  const digestUnder = ({ search }: Key, word: string): string => {
    const hex = createHmac('sha256', search).update(word).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  };
  const nonces = createNonces();
  return {
    digests: (word) => [digestUnder(current, word), ...keys.slice(1).map((key) => digestUnder(key, word))],
    seal: (place, plain) => {
      const nonce = nonces.next();
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(place));
      const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
      // GCM holds nothing back: what `final` gives is empty.
      cipher.final();
      return Buffer.concat([Buffer.of(FORMAT), current.id, nonce, cipher.getAuthTag(), body]);
    },
    open: (place, sealed) => openBytes(place, sealed).toString('utf8'),
    openBytes,
    isSealed: (value) => value.length >= HEAD && value[0] === FORMAT && keyOf(toBuffer(value)) !== undefined,
    isSealedNow: (value) => value.length >= HEAD && value[0] === FORMAT && keyOf(toBuffer(value)) === current,
  };
};

/** Random nonces, each given once. They are drawn many at a time: a call to the system for each costs more than to seal. */
const createNonces = (): Readonly<{ next(): Buffer }> => {
  const drawn = Buffer.alloc(NONCE * 256);
  let at = drawn.length;
  return {
    next: () => {
      if (at === drawn.length) {
        randomFillSync(drawn);
        at = 0;
      }
      at += NONCE;
      return Buffer.from(drawn.subarray(at - NONCE, at));
    },
  };
};

const toBuffer = (value: Uint8Array): Buffer => Buffer.from(value.buffer, value.byteOffset, value.byteLength);

/** What kind of value a place holds, without saying whose. */
const kindOf = (place: string): string => `a sealed ${place.split('/')[0]}`;

/** A key's id is the start of its digest: it tells keys apart and nothing about them. */
const toKey = (bytes: Uint8Array): Key => {
  if (bytes.length !== 32) throw new Error(`a secrets key must have 32 bytes, this has ${bytes.length}`);
  const id = createHash('sha256').update('makegood key id').update(bytes).digest().subarray(0, KEY_ID);
  const search = createHmac('sha256', bytes).update('makegood search digests').digest();
  return { id, key: createSecretKey(bytes), search };
};
