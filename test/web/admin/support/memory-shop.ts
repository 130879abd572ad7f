import type { Person } from '../../../../policy/app/actors.ts';
import type { AdminRead } from '../../../../policy/app/admin-read.ts';
import type { AuditEntry, AuditRead } from '../../../../policy/app/audit.ts';
import type { Command, Envelope, Outcome } from '../../../../policy/app/commands.ts';
import type { ParcelRead, ParcelRecord } from '../../../../policy/app/parcels.ts';
import type { NewShopEntry } from '../../../../policy/app/policy.ts';
import type { ShopRecord } from '../../../../policy/app/records.ts';
import { deskSetChecklist } from '../../../../web/shell/commands/desk-checklist.ts';
import { peopleSave } from '../../../../web/shell/commands/people-save.ts';
import { casesSetViews, mailTest, shopConfigure } from '../../../../web/shell/commands/shop-configure.ts';
import { slackDisconnect } from '../../../../web/shell/commands/slack-disconnect.ts';
import type { Context, Handler, World } from '../../../../web/shell/handler.ts';
import { whyNotAllowed } from '../../../../web/shell/permissions.ts';
import type { DemoShop } from './demo-shop.ts';
import { aShop, NOW, SHOP, uuid } from './records.ts';

/** A shop's people, settings, history and parcels in memory, moved by the real commands. */
export type MemoryShop = Readonly<{
  shop(): ShopRecord;
  admin: AdminRead;
  audit: AuditRead;
  parcels: ParcelRead;
  entries: NewShopEntry[];
  /** Null: not a command of the shop's own. */
  act(envelope: Envelope, command: Command): Outcome | null;
}>;

const HANDLERS = {
  'people.save': peopleSave,
  'shop.configure': shopConfigure,
  'mail.test': mailTest,
  'desk.set-checklist': deskSetChecklist,
  'slack.disconnect': slackDisconnect,
  'cases.set-views': casesSetViews,
} as const;

export const PARCEL: ParcelRecord = {
  id: uuid(7701),
  shop: SHOP,
  version: 1,
  number: 7,
  state: 'quarantined',
  problem: 'unmarked',
  written: null,
  seen: {
    tracking: null,
    senderName: 'R. Sample',
    senderPhone: null,
    orderNumber: '1090',
    note: 'blue box',
    answers: [
      {
        orderId: '1090',
        orderName: '#1090',
        at: '2026-11-22T12:00:00.000Z',
        text: 'Yes, the blue box is mine.',
        fromCustomer: true,
      },
    ],
  },
  photos: [],
  receivedAt: '2026-11-22T10:00:00.000Z',
  holdUntil: null,
  askedAt: null,
  caseId: null,
  ended: null,
  endedBecause: null,
  channel: null,
  by: uuid(9301),
  byName: 'Wim Warehouse',
  endedByName: null,
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:00:00.000Z',
};

export const memoryShop = (demo: DemoShop): MemoryShop => {
  let shop = aShop();
  let ids = 8800;
  const nextId = (): string => {
    ids += 1;
    return uuid(ids);
  };
  const entries: NewShopEntry[] = [];

  const auditEntries = (): AuditEntry[] => [
    ...entries.map((entry, at) => ({
      ...entry,
      from: null,
      to: null,
      caseId: null,
      caseNumber: null,
      orderName: null,
      seq: at + 1,
      digest: 'ab'.repeat(32),
      redacted: false,
    })),
    ...demo.details.flatMap(({ case: record, entries: own }) =>
      own.map(({ previousDigest: _, decisionId: __, ...entry }) => ({
        ...entry,
        caseNumber: record.number,
        orderName: record.orderName,
        redacted: false,
      })),
    ),
  ];

  return {
    shop: () => shop,
    entries,
    admin: {
      figures: async (domain, { now }) => ({
        at: now,
        refundedMinor: domain === SHOP ? 184_320 : 0,
        refunds: 23,
        keptMinor: 9_850,
        atRiskMinor: 4_320,
        atRisk: 1,
        medianHours: 76.5,
        closed: 41,
        refusals: [
          { clause: 'P14', count: 9 },
          { clause: 'P25', count: 4 },
          { clause: 'P21', count: 2 },
        ],
        returnsByReason: [
          { reason: 'defective', count: 18 },
          { reason: 'changed_mind', count: 12 },
          { reason: 'wrong_item_sent', count: 3 },
        ],
        returnsByProduct: [
          { productId: '31', title: 'Wireless headphones', units: 14 },
          { productId: '32', title: 'Desk lamp', units: 6 },
        ],
        productsOf: 33,
      }),
      lastTestMail: async () => ({ state: 'done', at: NOW, error: null }),
      products: async () => [{ id: '31', title: 'Wireless headphones' }],
    },
    audit: {
      auditPage: async (domain, { limit, by, event, caseNumber }) => ({
        entries: (domain === SHOP ? auditEntries() : [])
          .filter(
            (entry) =>
              (by === undefined || entry.by === by) &&
              (event === undefined || entry.event === event) &&
              (caseNumber === undefined || entry.caseNumber === caseNumber),
          )
          .sort((a, b) => b.at.localeCompare(a.at))
          .slice(0, limit),
        nextCursor: null,
      }),
      auditFile: async function* (domain, format) {
        yield format === 'csv' ? 'chain,id\r\n' : '{"head":{},"entries":[';
        for (const entry of domain === SHOP ? auditEntries() : []) yield format === 'csv' ? `${entry.id}\r\n` : '';
        if (format === 'json') yield ']}';
      },
    },
    parcels: {
      parcel: async (domain, id) =>
        domain === SHOP && id === PARCEL.id
          ? {
              parcel: PARCEL,
              candidates: [
                {
                  orderId: '5000001090',
                  orderName: '#1090',
                  caseId: null,
                  caseNumber: null,
                  rma: null,
                  state: null,
                  score: 60,
                  why: ['order number inside'],
                },
              ],
              case: null,
            }
          : null,
      parcels: async (domain) => ({ parcels: domain === SHOP ? [PARCEL] : [], nextCursor: null }),
    },
    act: (envelope, command) => {
      const handler = HANDLERS[command.kind as keyof typeof HANDLERS] as Handler<Command['kind']> | undefined;
      if (handler === undefined) return null;
      const { actor } = envelope;
      const person: Person | null =
        demo.people.find((one) => actor.kind === 'staff' && one.staffId === actor.staffId) ?? null;
      const blocked = whyNotAllowed(actor, person, command.kind);
      const refused = (code: 'not-allowed', because: string): Outcome => ({
        status: 'refused',
        code,
        because,
        clauses: [],
        caseId: null,
      });
      if (blocked !== null) return refused('not-allowed', blocked);
      const verdict = handler.decide({ shop, people: demo.people } as unknown as World, command as never, {
        now: NOW,
        ids: { id: nextId, randomBytes: (count: number) => new Uint8Array(count) },
        actor,
        person,
        by: person?.id ?? '',
        byName: person?.name ?? '',
        fresh: { caseNumber: 0, rma: '' },
      } satisfies Context);
      if (!verdict.ok)
        return { status: 'refused', code: verdict.code, because: verdict.because, clauses: [], caseId: null };
      const { changes } = verdict;
      if (changes.shop !== undefined) shop = changes.shop;
      for (const one of changes.people ?? []) {
        const at = demo.people.findIndex(({ id }) => id === one.id);
        if (at < 0) demo.people.push(one);
        else demo.people[at] = one;
      }
      entries.push(...(changes.shopEntries ?? []));
      return { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null };
    },
  };
};
