import type { Secrets } from './secrets.ts';
import type { Queryable } from './store/statement.ts';

const PLACE = 'key check';
const WORD = 'makegood';

/**
 * Opens the word that was sealed when this database was first used, so that a wrong key is noticed at start-up and not
 * when the first refund needs a token.
 * @throws WrongSecretsKey
 */
export const checkSecrets = async (db: Queryable, secrets: Secrets): Promise<void> => {
  const { rows } = await db.query<{ sealed: Buffer }>('SELECT sealed FROM secrets_check WHERE id = 1');
  const sealed = rows[0]?.sealed;
  if (sealed === undefined) {
    await db.query('INSERT INTO secrets_check (id, sealed) VALUES (1, $1) ON CONFLICT DO NOTHING', [
      secrets.seal(PLACE, WORD),
    ]);
    return;
  }
  secrets.open(PLACE, sealed);
  // After a rotation it is the new key that a start without the old one has to know.
  if (!secrets.isSealedNow(sealed))
    await db.query('UPDATE secrets_check SET sealed = $1 WHERE id = 1', [secrets.seal(PLACE, WORD)]);
};
