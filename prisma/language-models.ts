import { randomUUID } from 'node:crypto';
import type { LanguageModels, ModelCall } from '../policy/app/language-model.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Secrets } from './secrets.ts';

export const keyPlace = (shop: string): string => `model key/${shop}`;
export const textPlace = (shop: string, id: string): string => `model text/${shop}/${id}`;

/** A shop's language model, and the log of what it was asked and proposed. */
export const createLanguageModels = ({
  prisma,
  secrets,
  now,
}: Readonly<{ prisma: PrismaClient; secrets: Secrets; now: () => string }>): LanguageModels => ({
  settings: async (shop) => {
    const row = await prisma.languageModel.findUnique({ where: { shop } });
    if (row === null) return null;
    const { baseUrl, model, enabled, tokensADay } = row;
    const tokensAMonth = Number(row.tokensAMonth);
    return { baseUrl, model, enabled, tokensAMonth, tokensADay, apiKey: secrets.open(keyPlace(shop), row.apiKey) };
  },
  save: async (shop, settings) => {
    if (settings === null) {
      await prisma.languageModel.deleteMany({ where: { shop } });
      return;
    }
    const { apiKey, ...rest } = settings;
    const told = { ...rest, apiKey: new Uint8Array(secrets.seal(keyPlace(shop), apiKey)), updatedAt: now() };
    await prisma.languageModel.upsert({ where: { shop }, create: { shop, ...told }, update: told });
  },
  spentSince: async (shop, since) =>
    (await prisma.modelCall.aggregate({ where: { shop, at: { gte: since } }, _sum: { tokens: true } }))._sum.tokens ??
    0,
  note: async (shop, { text, meaning, ...call }) => {
    const id = randomUUID();
    await prisma.modelCall.create({
      data: {
        id,
        shop,
        ...call,
        text: new Uint8Array(secrets.seal(textPlace(shop, id), text)),
        ...(meaning == null ? {} : { meaning: meaning as object }),
      },
    });
  },
  calls: async (shop, limit) =>
    (await prisma.modelCall.findMany({ where: { shop }, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: limit })).map(
      ({ id, at, by, text, outcome, meaning, why, tokens, ms }): ModelCall => ({
        at: at.toISOString(),
        by,
        text: secrets.open(textPlace(shop, id), text),
        outcome: outcome as ModelCall['outcome'],
        meaning,
        why,
        tokens,
        ms,
      }),
    ),
});
