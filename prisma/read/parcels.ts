import type { ParcelRead, ParcelRecord } from '../../policy/app/parcels.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { type Possible, rankCandidates } from '../../policy/parcels/rank.ts';
import type { PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { openContact } from '../store/orders.ts';
import { openParcel } from '../store/parcels.ts';
import { orderNumber, searchKey } from '../store/search-keys.ts';
import { isId } from '../store/statement.ts';
import { toRecord } from './records.ts';

type Deps = Readonly<{ prisma: PrismaClient; secrets: Secrets }>;

/** Returns that a parcel can still come for. */
const WAITING = ['authorized', 'in_transit', 'grey_zone', 'suspected_lost', 'refused_suspected', 'expired'];
/** Contacts are sealed, so that nobody can search in them: the newest few are opened and compared. */
const RETURNS_LOOKED_AT = 500;
const ORDERS_LOOKED_AT = 300;
const MAX_PAGE = 250;

/** Parcels in quarantine, and whose they may be. */
export const readParcels = ({ prisma, secrets }: Deps): ParcelRead => {
  const candidatesOf = async (parcel: ParcelRecord) => {
    const { shop, seen } = parcel;
    const number = seen.orderNumber === null ? null : orderNumber(seen.orderNumber);
    const [returns, recent] = await Promise.all([
      prisma.case.findMany({
        where: { shop, kind: 'return', state: { in: WAITING }, closedAt: null },
        orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
        take: RETURNS_LOOKED_AT,
      }),
      prisma.order.findMany({
        where: {
          shop,
          ...(number === null ? {} : { OR: [{ number }, { nameKey: searchKey(seen.orderNumber ?? '') }] }),
        },
        orderBy: [{ placedAt: 'desc' }, { id: 'asc' }],
        take: ORDERS_LOOKED_AT,
      }),
    ]);
    const known = new Set(recent.map((order) => order.id));
    const others = await prisma.order.findMany({
      where: { shop, id: { in: returns.map((each) => each.orderId).filter((id) => !known.has(id)) } },
    });
    const orders = [...recent, ...others];
    return rankCandidates(
      { written: parcel.written, ...seen },
      orders.flatMap((order): Possible[] => {
        const facts = order.facts as unknown as OrderFacts;
        const contact = openContact(secrets, { ...order, contact: Buffer.from(order.contact) });
        const sentOut = facts.fulfillments.flatMap((each) => each.tracking).flatMap((each) => each.number ?? []);
        const base = {
          orderId: order.id,
          orderName: order.name,
          contact: { name: contact.name, phone: contact.phone },
        };
        const cases = returns.filter((each) => each.orderId === order.id);
        if (cases.length === 0)
          return facts.fulfillments.length === 0
            ? []
            : [{ ...base, caseId: null, caseNumber: null, rma: null, state: null, tracking: sentOut }];
        return cases.map(({ id, number: caseNumber, rma, state, data }) => {
          const own = (data as { tracking?: { number?: string } | null }).tracking?.number;
          return {
            ...base,
            caseId: id,
            caseNumber,
            rma,
            state,
            tracking: [...sentOut, ...(own === undefined ? [] : [own])],
          };
        });
      }),
    );
  };

  const read = (row: object): ParcelRecord => openParcel(secrets, toRecord(row));

  return {
    parcel: async (shop, id) => {
      const row = isId(id) ? await prisma.parcel.findFirst({ where: { shop, id } }) : null;
      if (row === null) return null;
      const parcel = read(row);
      const found = parcel.caseId === null ? null : await prisma.case.findFirst({ where: { shop, id: parcel.caseId } });
      const open = parcel.state === 'quarantined' || parcel.state === 'held';
      return {
        parcel,
        candidates: open ? await candidatesOf(parcel) : [],
        case:
          found === null
            ? null
            : {
                id: found.id,
                number: found.number,
                orderName: found.orderName,
                rma: found.rma,
                state: found.state,
              },
      };
    },

    parcels: async (shop, { open, limit, cursor }) => {
      const take = Math.min(Math.max(1, limit), MAX_PAGE);
      const rows = await prisma.parcel.findMany({
        where: {
          shop,
          ...(open === undefined ? {} : { state: { [open ? 'in' : 'notIn']: ['quarantined', 'held'] } }),
          ...(/^\d{1,9}$/.test(cursor ?? '') ? { number: { lt: Number(cursor) } } : {}),
        },
        orderBy: { number: 'desc' },
        take: take + 1,
      });
      const page = rows.slice(0, take).map(read);
      return { parcels: page, nextCursor: rows.length > take ? String(page.at(-1)?.number ?? '') : null };
    },
  };
};
