import type { Backfills } from '../../../../policy/app/backfill.ts';
import type { Privacy, PrivacyRequestRecord } from '../../../../policy/app/privacy.ts';
import { SHOP } from './records.ts';

const REQUEST: PrivacyRequestRecord = {
  id: '00000000-0000-4000-8000-000000000901',
  shop: SHOP,
  kind: 'data-request',
  shopifyId: '901',
  state: 'ready',
  subject: { customerId: '7', email: 'robin@example.com', phone: null, orderIds: [] },
  found: { orders: 2, cases: 1, photos: 1, waitingFor: [] },
  receivedAt: '2026-11-20T10:00:00.000Z',
  dueAt: '2026-12-20T10:00:00.000Z',
  lookAt: null,
  doneAt: null,
};

/** A request of so long ago that whom it is about is not known any more. */
export const FORGOTTEN = '00000000-0000-4000-8000-000000000902';

/** Half of the demo shop's past orders are taken over. */
export const memoryBackfills = (): Pick<Backfills, 'read'> => ({
  read: async (shop) => ({
    shop,
    state: 'taking',
    since: '2026-09-22T10:00:00.000Z',
    operation: 'gid://shopify/BulkOperation/1',
    total: 1200,
    taken: 640,
    skipped: 2,
    lines: 2100,
    error: null,
    startedAt: '2026-11-21T10:00:00.000Z',
    updatedAt: '2026-11-21T10:02:00.000Z',
    doneAt: null,
  }),
});

/** One customer of the demo shop asked what is kept about them. */
export const memoryPrivacy = (): Pick<Privacy, 'list' | 'read' | 'export'> => ({
  list: async (shop) => (shop === REQUEST.shop ? [{ ...REQUEST, subject: null }] : []),
  read: async (shop, id) => {
    if (shop !== REQUEST.shop) return null;
    if (id === FORGOTTEN) return { ...REQUEST, id, subject: null };
    return id === REQUEST.id ? REQUEST : null;
  },
  export: async () => ({ orders: [], cases: [] }),
});
