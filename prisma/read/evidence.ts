import type { EvidenceRead, SamePhoto } from '../../policy/app/evidence.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';

/** Photos of one request are few; more are not compared. */
const MOST_PHOTOS = 20;
const MOST_CASES = 5;

type Row = Prisma.CaseGetPayload<{ select: { id: true; number: true; orderName: true; data: true } }>;

/** P3: a photo that served in another case already is a hint for whoever decides, and no more. */
export const readEvidence = ({ prisma }: Readonly<{ prisma: PrismaClient }>): EvidenceRead => ({
  samePhotos: async (shop, sha256s, exceptCaseId) => {
    const wanted = [...new Set(sha256s)].slice(0, MOST_PHOTOS);
    if (wanted.length === 0) return [];
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT id, number, order_name AS "orderName", data FROM cases
       WHERE shop = ${shop} AND id <> ${exceptCaseId ?? NO_CASE}::uuid
         AND data -> 'photos' @> ANY (${wanted.map((sha256) => JSON.stringify([{ sha256 }]))}::jsonb[])
       ORDER BY number DESC LIMIT ${MOST_CASES}`;
    return rows.flatMap(({ id, number, orderName, data }): SamePhoto[] =>
      ((data as { photos?: { sha256: string }[] }).photos ?? [])
        .filter((photo) => wanted.includes(photo.sha256))
        .slice(0, 1)
        .map(({ sha256 }) => ({ sha256, caseId: id, number, orderName })),
    );
  },
});

const NO_CASE = '00000000-0000-0000-0000-000000000000';
