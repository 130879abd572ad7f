import type { RoleGroup } from '../../policy/app/actors.ts';
import type { PeopleRead } from '../../policy/app/people.ts';
import type { PrismaClient } from '../generated/client.ts';

export const readPeople = ({ prisma }: Readonly<{ prisma: PrismaClient }>): PeopleRead => ({
  roleGroups: async (shop) =>
    (await prisma.roleGroup.findMany({
      where: { shop, NOT: { groupId: '' } },
      orderBy: { role: 'asc' },
    })) as RoleGroup[],
});
