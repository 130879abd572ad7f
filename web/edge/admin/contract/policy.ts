import { z } from 'zod';
import { Verdict } from './decision.ts';

/** How a setting is filled in; see `policy/settings/control.ts`. */
export const Control = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), options: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('choices'), options: z.array(z.string()).readonly(), least: z.number().int() }),
  z.object({
    kind: z.literal('number'),
    min: z.number(),
    max: z.number(),
    step: z.number(),
    none: z.boolean(),
    word: z.string().nullable(),
  }),
  z.object({ kind: z.literal('amount') }),
  z.object({ kind: z.literal('amounts'), keys: z.enum(['country', 'name']) }),
  z.object({ kind: z.literal('time-zone'), word: z.string() }),
]);
export type Control = z.infer<typeof Control>;

export const Setting = z.object({
  name: z.string(),
  /** The ambiguity of the text that it settles. */
  ambiguity: z.string(),
  description: z.string(),
  unit: z.string().nullable(),
  allowed: z.string(),
  /** Why the default is what it is. */
  because: z.string(),
  default: z.unknown(),
  clauses: z.array(z.string()).readonly(),
  control: Control,
  overridable: z.array(z.enum(['market', 'product'])).readonly(),
});
export type Setting = z.infer<typeof Setting>;

/** Complete settings, flat by name, with `markets`, `products` and `collections`. */
export const Settings = z.record(z.string(), z.unknown());
export type Settings = z.infer<typeof Settings>;

export const Scope = z.object({
  kind: z.enum(['shop', 'market', 'product', 'collection']),
  /** Country, or the digits of an id. */
  id: z.string().nullable(),
});

/** One difference. `before`, `after`: left out where it is as for the shop. */
export const PolicyChange = z.object({
  path: z.string(),
  /** Null: no setting, but a clause's words or a collection's products. */
  setting: z.string().nullable(),
  scope: Scope,
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  sentence: z.string(),
  clauses: z.array(z.string()).readonly(),
});
export type PolicyChange = z.infer<typeof PolicyChange>;

export const PolicyDraft = z.object({
  id: z.string(),
  /** Send it back as `If-Match: "<version>"`. */
  version: z.number().int(),
  /** Number of the version it was begun from. */
  basedOn: z.number().int(),
  settings: Settings,
  /** Against the version in force. */
  changes: z.array(PolicyChange),
  savedByName: z.string(),
  updatedAt: z.string(),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

const Published = z.object({
  number: z.number().int(),
  effectiveAt: z.string(),
  /** Null: it came with the installation. */
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});

export const Policy = z.object({
  settings: z.array(Setting),
  /** Where the text and consumer law part ways. */
  law: z.array(z.object({ area: z.enum(['EEA', 'GB']), clause: z.string(), text: z.string() })).readonly(),
  lawCountries: z.object({ EEA: z.array(z.string()).readonly(), GB: z.array(z.string()).readonly() }),
  current: Published.extend({ settings: Settings }),
  /** Published, and not in force yet. */
  scheduled: z.array(Published),
  draft: PolicyDraft.nullable(),
  mayEdit: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;

export const SettingsInput = z.strictObject({ settings: Settings });
export type SettingsInput = z.infer<typeof SettingsInput>;

export const PublishInput = z.strictObject({
  /** From the beginning of this day in the shop's time zone; null: at once. */
  effectiveOn: z.iso.date().nullable(),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const PolicyVersion = Published.extend({
  id: z.string(),
  state: z.enum(['in-force', 'scheduled', 'past', 'withdrawn']),
  /** Null: it stands. */
  withdrawnAt: z.string().nullable(),
  /** What is stored does not fit the digest that it was published with. */
  damaged: z.boolean(),
  digest: z.string(),
  /** Number of the version that it takes over from; null: the first. */
  against: z.number().int().nullable(),
  /** Against that one. */
  changes: z.array(PolicyChange),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;
export const PolicyVersions = z.object({ versions: z.array(PolicyVersion) });
export type PolicyVersions = z.infer<typeof PolicyVersions>;

const Answer = z.object({
  verdict: Verdict,
  action: z.string(),
  clauses: z.array(z.string()).readonly(),
  /** Minor units; null where the answer names no amount. */
  total: z.number().int().nullable(),
  currency: z.string(),
});
const Direction = z.enum(['better', 'worse', 'other']);
const Count = z.number().int();
const Turn = z.object({ verdict: Verdict, action: z.string() });

/** What a draft would have changed; see `policy/backtest`. */
export const BacktestResult = z.object({
  cases: Count,
  same: Count,
  changed: Count,
  unanswerable: Count,
  flips: Count,
  directions: z.record(Direction, Count),
  flipped: z.record(Direction, Count),
  asks: z.array(z.object({ ask: z.string(), cases: Count, flips: Count, changed: Count })).readonly(),
  turns: z.array(z.object({ from: Turn, to: Turn, count: Count })).readonly(),
  money: z
    .array(
      z.object({
        basis: z.enum(['due', 'estimated']),
        clause: z.string(),
        currency: z.string(),
        before: Count,
        after: Count,
        delta: Count,
      }),
    )
    .readonly(),
  /** What of these differences only waits; left out in runs from before it was counted. */
  waits: z
    .array(z.object({ basis: z.enum(['due', 'estimated']), clause: z.string(), currency: z.string(), delta: Count }))
    .readonly()
    .optional(),
  clauses: z.array(z.string()).readonly(),
  examples: z
    .array(
      z.object({
        label: z.string(),
        about: z.object({ orderId: z.string(), caseId: z.string().nullable(), ask: z.string() }).optional(),
        before: Answer,
        after: Answer,
        direction: Direction,
      }),
    )
    .readonly(),
  problems: z.array(z.object({ label: z.string(), code: z.string() })).readonly(),
});
export type BacktestResult = z.infer<typeof BacktestResult>;

export const BacktestRun = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Orders and cases looked at, and in all. */
  done: Count,
  total: Count,
  /** Questions that would be answered otherwise, so far. */
  changed: Count,
  /** Number of the version it was compared with. */
  against: Count,
  /** The draft has changed since, or another version is in force: run it again. */
  outdated: z.boolean(),
  startedAt: z.string(),
  error: z.string().nullable(),
  result: BacktestResult.nullable(),
});
export type BacktestRun = z.infer<typeof BacktestRun>;
export const Backtest = z.object({ run: BacktestRun.nullable() });
export type Backtest = z.infer<typeof Backtest>;
