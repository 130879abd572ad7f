import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecrets, WrongSecretsKey } from '../../prisma/secrets.ts';

const KEY = new Uint8Array(32).fill(1);
const OTHER = new Uint8Array(32).fill(2);

describe('secrets', () => {
  it('opens what it sealed, whatever it was', () => {
    const secrets = createSecrets(KEY);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (plain, place) => secrets.open(place, secrets.seal(place, plain)) === plain,
      ),
    );
  });

  it('never seals the same way twice', () => {
    const secrets = createSecrets(KEY);
    expect(secrets.seal('token/a', 'x')).not.toEqual(secrets.seal('token/a', 'x'));
  });

  it('opens what an earlier key sealed, and seals with the new one', () => {
    const sealed = createSecrets(OTHER).seal('token/a', 'shpat_secret');
    const rotated = createSecrets(KEY, [OTHER]);
    expect(rotated.open('token/a', sealed)).toBe('shpat_secret');
    expect(createSecrets(KEY).open('token/a', rotated.seal('token/a', 'new'))).toBe('new');
  });

  it('names the key that is missing, and nothing secret', () => {
    const sealed = createSecrets(OTHER).seal('token/demo.myshopify.com', 'shpat_secret');
    const open = () => createSecrets(KEY).open('token/demo.myshopify.com', sealed);
    expect(open).toThrow(WrongSecretsKey);
    expect(open).toThrow(
      /^MAKEGOOD_SECRETS_KEY is not the key this database was written with \(it has key [0-9a-f]{8}, configured is [0-9a-f]{8}\)/,
    );
    expect(open).not.toThrow(/shpat|demo/);
  });

  it('does not open a value in another place', () => {
    const sealed = createSecrets(KEY).seal('contact/demo/1', 'x');
    expect(() => createSecrets(KEY).open('contact/demo/2', sealed)).toThrow(
      /a sealed contact was changed, or belongs to another row/,
    );
  });

  it('does not open a value in which any byte was changed', () => {
    const secrets = createSecrets(KEY);
    const sealed = secrets.seal('token/a', 'shpat_secret');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => secrets.open('token/a', changed)).toThrow();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => secrets.open('token/a', sealed.subarray(0, length))).toThrow();
    }
  });

  it.each([0, 16, 31, 33])('refuses a key of %i bytes', (length) => {
    expect(() => createSecrets(randomBytes(length))).toThrow(`a secrets key must have 32 bytes, this has ${length}`);
  });
});
