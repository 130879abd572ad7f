import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Under which account the server runs; null: as ourselves. */
export type Account = Readonly<{ uid: number; gid: number }>;

/**
 * PostgreSQL refuses to run as root. Under root it runs as `nobody`, which nearly every machine knows; an account
 * without a line in the password file would make `initdb` fail with a message nobody understands.
 * @throws Error where we are root and there is no such account
 */
export const serverAccount = (
  passwd = '/etc/passwd',
  ownUid: number | undefined = process.getuid?.(),
): Account | null => {
  if (ownUid !== 0) return null;
  for (const line of readLines(passwd)) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    `the embedded database cannot run as root and ${passwd} knows no account "nobody": run as another user, or set DATABASE_URL`,
  );
};

const readLines = (path: string): readonly string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** Whether `account` may enter a folder: every folder on the way needs its search bit. Links are followed. */
export const canEnter = (folder: string, account: Account | null): boolean => {
  if (account === null) return true;
  for (let at = folder; ; at = dirname(at)) {
    if (!permits(at, account)) return false;
    if (dirname(at) === at) return true;
  }
};

/** Whether `account` may read and enter or run what lies at `path`, the way there aside. */
export const permits = (path: string, account: Account, bits = 0o1): boolean => {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return ((mode >> 6) & bits) === bits;
  if (gid === account.gid) return ((mode >> 3) & bits) === bits;
  return (mode & bits) === bits;
};
