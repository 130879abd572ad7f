import type pg from 'pg';
import type { Blobs, EvidenceStore } from '../../policy/app/ports.ts';
import type { Privacy } from '../../policy/app/privacy.ts';
import type { Secrets } from '../secrets.ts';
import { prepared } from '../store/statement.ts';
import { countPerson, exportPerson } from './export.ts';
import { forgetPerson } from './forget.ts';
import { personOf } from './person.ts';
import { removeAllPhotos } from './photos.ts';
import { fromPrivacyRow, PRIVACY_SELECT, type PrivacyRow, readPrivacyRequest } from './rows.ts';

type Deps = Readonly<{ pool: pg.Pool; secrets: Secrets; evidence: EvidenceStore; blobs: Blobs }>;

export const createPrivacy = ({ pool, secrets, evidence, blobs }: Deps): Privacy => {
  const inLine = oneAtATime();
  return {
    list: async (shop, limit) =>
      (await prepared<PrivacyRow>(pool, 'privacy.list', LIST, [shop, limit])).rows.map((row) =>
        fromPrivacyRow(secrets, { ...row, subject: null }),
      ),
    read: (shop, id) => readPrivacyRequest(pool, secrets, shop, id),
    due: async (now) =>
      (await prepared<{ shop: string; id: string; lookAt: string }>(pool, 'privacy.due', DUE, [now])).rows,
    find: async (shop, subject) => ({ ...countPerson(await personOf(pool, secrets, shop, subject)), waitingFor: [] }),
    export: (shop, subject, now) => exportPerson({ db: pool, secrets, evidence }, shop, subject, now),
    forget: (shop, subject, how) => inLine(() => forgetPerson({ pool, secrets, blobs }, shop, subject, how)),
    removePhotos: (shop) => removeAllPhotos(pool, blobs, shop),
  };
};

/** To forget somebody holds a connection while all that came in for weeks is read: many at once would hold them all. */
const oneAtATime = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.catch(() => {}).then(work);
    last = turn;
    return turn;
  };
};

const LIST = `SELECT ${PRIVACY_SELECT} FROM privacy_requests WHERE shop = $1 ORDER BY received_at DESC, id DESC LIMIT $2`;
const DUE = `SELECT shop, id, look_at AS "lookAt" FROM privacy_requests WHERE state = 'waiting' AND look_at <= $1::timestamptz ORDER BY look_at LIMIT 100`;
