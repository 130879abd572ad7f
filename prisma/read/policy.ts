import type { PolicyDraftRecord, PolicyRead, PolicyVersionView, ShopEntryRecord } from '../../policy/app/policy.ts';
import type { PrismaClient } from '../generated/client.ts';
import { toRecord } from './records.ts';

/** A shop's policy as pages show it. */
export const readPolicy = ({ prisma }: Readonly<{ prisma: PrismaClient }>): PolicyRead => ({
  policyVersions: async (shop) => {
    const [rows, people] = await Promise.all([
      prisma.policyVersion.findMany({ where: { shop }, orderBy: { number: 'desc' } }),
      prisma.person.findMany({ where: { shop }, select: { id: true, name: true } }),
    ]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      ...toRecord<PolicyVersionView>(row),
      publishedByName: names.get(row.publishedBy ?? '') ?? null,
    }));
  },

  policyDraft: async (shop) => {
    const row = await prisma.policyDraft.findFirst({ where: { shop, state: 'open' } });
    return row === null ? null : toRecord<PolicyDraftRecord>(row);
  },

  shopEntries: async (shop, limit) =>
    (
      await prisma.shopEntry.findMany({
        where: { shop },
        orderBy: { seq: 'desc' },
        take: limit,
        omit: { salt: true, seal: true },
      })
    ).map((row) => toRecord<ShopEntryRecord>(row)),
});
