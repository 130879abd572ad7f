import type { NewShopEntry, PolicyDraftRecord } from '../../../policy/app/policy.ts';
import { PolicyError } from '../../../policy/errors.ts';
import { parseAmount } from '../../../policy/money/decimal.ts';
import { controlOf } from '../../../policy/settings/control.ts';
import { parseSettings, SETTING_NAMES, type Settings } from '../../../policy/settings.ts';
import { versionFor } from '../../../policy/versions/index.ts';
import { type Context, type Handler, plan, type Refused, refused, type World } from '../handler.ts';

/** An entry of the shop's own history by whoever acts now. */
export const shopEntry = (
  context: Context,
  fields: Pick<NewShopEntry, 'event' | 'text'> & Partial<Pick<NewShopEntry, 'subject' | 'clauses'>>,
): NewShopEntry => ({
  id: context.ids.id(),
  at: context.now,
  by: context.by,
  byName: context.byName,
  subject: null,
  clauses: [],
  ...fields,
});

/** Why a write that rests on another state of the draft is refused; null: it rests on what is there. */
export const whyStale = (draft: PolicyDraftRecord | null, expected: number | null): Refused | null => {
  if ((draft?.version ?? null) === expected) return null;
  if (draft === null) {
    return refused('stale', 'this draft was published or discarded meanwhile: load the policy again, then change it');
  }
  const who = `${draft.savedByName} saved the draft`;
  return refused('stale', `${who} since you looked: load it again to see what changed, then repeat yours`);
};

/** Single amounts are in the shop's currency: limits of approvals. */
const AMOUNTS = SETTING_NAMES.filter((name) => controlOf(name).kind === 'amount');

/**
 * One with more decimals than the currency has would stop every refund of the orders that its version is for.
 * @throws PolicyError `input/bad-amount`
 */
const checkAmounts = (settings: Settings, currency: string): void => {
  const scopes = { settings, ...settings.markets } as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const [scope, values] of Object.entries(scopes))
    for (const name of AMOUNTS) if (name in values) parseAmount(values[name], currency, `${scope}.${name}`);
};

/** Settings and where they fail, as a refusal: people type them. */
export const parsedSettings = (
  given: Readonly<Record<string, unknown>>,
  { currency }: World['shop'],
): { settings: Settings } | Refused => {
  try {
    const settings = parseSettings(given);
    checkAmounts(settings, currency);
    return { settings };
  } catch (error) {
    if (error instanceof PolicyError) return refused('invalid', error.message, { missing: [error.path] });
    throw error;
  }
};

const inForce = (world: World, now: string): number => versionFor(world.versions, now).number;

/** Keeps what an owner has changed so far; nothing is judged by it. */
export const policySaveDraft: Handler<'policy.save-draft'> = {
  subject: () => ({ policy: true }),
  decide: (world, command, context) => {
    const stale = whyStale(world.draft, command.expected);
    if (stale !== null) return stale;
    const content = parsedSettings(command.settings, world.shop);
    if ('ok' in content) return content;
    const saved = {
      settings: { ...content.settings },
      savedBy: context.by,
      savedByName: context.byName,
      updatedAt: context.now,
    };
    const draft: PolicyDraftRecord =
      world.draft === null
        ? {
            id: context.ids.id(),
            shop: world.shop.domain,
            version: 1,
            state: 'open',
            basedOn: inForce(world, context.now),
            createdAt: context.now,
            ...saved,
          }
        : { ...world.draft, version: world.draft.version + 1, ...saved };
    const text = world.draft === null ? 'began a draft of the policy' : 'changed the draft of the policy';
    return plan({
      policyDrafts: [draft],
      shopEntries: [shopEntry(context, { event: 'policy.save-draft', subject: draft.id, text })],
    });
  },
};

export const policyDiscardDraft: Handler<'policy.discard-draft'> = {
  subject: () => ({ policy: true }),
  decide: (world, command, context) => {
    if (world.draft === null) return refused('ended', 'there is no draft any more: nothing is left to discard');
    const stale = whyStale(world.draft, command.expected);
    if (stale !== null) return stale;
    const draft: PolicyDraftRecord = {
      ...world.draft,
      version: world.draft.version + 1,
      state: 'discarded',
      updatedAt: context.now,
    };
    const text = 'discarded the draft of the policy';
    return plan({
      policyDrafts: [draft],
      shopEntries: [shopEntry(context, { event: 'policy.discard-draft', subject: draft.id, text })],
    });
  },
};
