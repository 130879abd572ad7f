import { randomUUID } from 'node:crypto';
import type { Installations } from '../policy/app/store.ts';
import { parseSettings } from '../policy/settings.ts';
import { createVersion, type PolicyVersion } from '../policy/versions/index.ts';
import type { PrismaClient } from './generated/client.ts';
import { TRY_ANEW } from './inbox/drain.ts';
import type { Secrets } from './secrets.ts';

/** The first policy holds for every order that was ever placed. */
const ALWAYS = new Date(0);

/** Shops, their workspaces and their people. */
export const createInstallations = ({
  prisma,
  secrets,
  firstSettings = {},
}: Readonly<{
  prisma: PrismaClient;
  secrets: Secrets;
  firstSettings?: Readonly<Record<string, unknown>>;
}>): Installations => {
  // Complete, as every version is: defaults of a later release must not change it.
  const first = createVersion({
    number: 1,
    settings: parseSettings(firstSettings),
    effectiveAt: ALWAYS.toISOString(),
  });
  return installationsWith(prisma, secrets, first);
};

type Told = Readonly<{
  name: string;
  timeZone: string;
  country: string;
  currency: string;
  scopes: readonly string[] | null;
}>;

const isAsTold = (known: Omit<Told, 'scopes'> & Readonly<{ scopes: unknown }>, told: Told): boolean =>
  (['name', 'timeZone', 'country', 'currency'] as const).every((field) => known[field] === told[field]) &&
  JSON.stringify([...((known.scopes as readonly string[] | null) ?? [])].sort()) ===
    JSON.stringify([...(told.scopes ?? [])].sort());

const installationsWith = (prisma: PrismaClient, secrets: Secrets, first: PolicyVersion): Installations => ({
  install: async ({ domain, name, timeZone, country, currency, contactEmail, address, scopes }, at, anew = false) => {
    const told = { name, timeZone, country, currency, scopes: [...scopes] };
    const before = await prisma.shop.findUnique({ where: { domain } });
    const isBack = anew || before?.uninstalledAt != null || before?.installedAt === null;
    await prisma.$transaction([
      prisma.shop.upsert({
        where: { domain },
        create: { domain, ...told, contactEmail, installedAt: at, mailFrom: contactEmail, returnAddress: [...address] },
        update: { uninstalledAt: null },
      }),
      prisma.policyVersion.createMany({
        data: [
          {
            id: randomUUID(),
            shop: domain,
            number: 1,
            settings: first.settings as object,
            clauses: first.clauses,
            effectiveAt: ALWAYS,
            digest: first.digest,
          },
        ],
        skipDuplicates: true,
      }),
      // A webhook of the time before is told apart by this: what says that the app was removed may come after it is back.
      ...(isBack ? [prisma.shop.update({ where: { domain }, data: { installedAt: at } })] : []),
      // What was refused because the shop had left is looked at again.
      prisma.$executeRawUnsafe(`${TRY_ANEW} AND shop = $1 AND reason LIKE 'shop-uninstalled:%'`, domain),
      // And what could not be done without a token does not wait for its next turn.
      ...(isBack ? [prisma.$executeRawUnsafe(WAKE, domain, at)] : []),
    ]);
    return before === null || isAsTold(before, told) ? 'as-told' : 'changed';
  },

  bindSlack: async (shop, { team, channel, approvalsChannel, botToken }) => {
    const sealed = botToken === null ? null : new Uint8Array(secrets.seal(slackPlace(team), botToken));
    const told = { botToken: sealed, updatedAt: new Date() };
    await prisma.$transaction([
      prisma.slackInstallation.upsert({ where: { team }, create: { team, ...told }, update: told }),
      prisma.shop.update({
        where: { domain: shop },
        data: { slackTeam: team, slackChannel: channel, approvalsChannel },
      }),
    ]);
  },

  slackToken: async (team) => {
    const row = await prisma.slackInstallation.findUnique({ where: { team } });
    return row?.botToken ? secrets.open(slackPlace(team), row.botToken) : null;
  },
  forgetSlack: async (team) => {
    await prisma.slackInstallation.deleteMany({ where: { team } });
  },
  firstOwner: async (shop, staffId) => {
    await prisma.$transaction(async (tx) => {
      // Two tabs that open at once make one owner.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${shop}/first owner`}, 0))`;
      if ((await tx.person.count({ where: { shop, role: 'owner' } })) > 0) return;
      await tx.person.upsert({
        where: { shop_staffId: { shop, staffId } },
        create: { id: randomUUID(), shop, name: 'Owner', role: 'owner', staffId },
        update: { role: 'owner' },
      });
    });
  },

  savePerson: async ({ shop, name, role, staffId, slackTeam, slackUser }) => {
    const asStaff = staffId === null ? null : { shop, staffId };
    const asSlack = slackTeam === null || slackUser === null ? null : { shop, slackTeam, slackUser };
    await prisma.$transaction(async (tx) => {
      const known =
        (asStaff === null ? null : await tx.person.findFirst({ where: asStaff })) ??
        (asSlack === null ? null : await tx.person.findFirst({ where: asSlack }));
      // Somebody's account in Slack moves to the person it is now said to belong to.
      if (asSlack !== null)
        await tx.person.updateMany({
          where: { ...asSlack, NOT: { id: known?.id ?? NOBODY } },
          data: { slackTeam: null, slackUser: null },
        });
      const ids = { ...(staffId === null ? {} : { staffId }), ...(asSlack ?? {}) };
      if (known === null) await tx.person.create({ data: { id: randomUUID(), shop, name, role, ...ids } });
      else await tx.person.update({ where: { id: known.id }, data: { name, role, ...ids } });
    });
  },
});

/** Effects of a shop that were tried already, or whose start has come. `$1` shop, `$2` now on Makegood's clock. */
const WAKE = `
UPDATE effects SET ready_at = now()
 WHERE shop = $1 AND ready_at IS NOT NULL AND (attempts > 0 OR run_at IS NULL OR run_at <= $2::timestamptz)`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const slackPlace = (team: string): string => `slack token/${team}`;
