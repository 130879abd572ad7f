import type { PolicyVersionRecord } from '../../../policy/app/records.ts';
import { parseSettings } from '../../../policy/settings.ts';
import {
  CLAUSE_TEXTS,
  type ClauseTexts,
  createVersion,
  diffVersions,
  type PolicyVersion,
  versionFor,
} from '../../../policy/versions/index.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { parsedSettings, shopEntry, whyStale } from './policy-draft.ts';

/** A stored version as the core has it; words that were not kept are those of this release. */
export const versionOf = ({ number, settings, effectiveAt, digest, clauses }: PolicyVersionRecord): PolicyVersion => ({
  number,
  settings: parseSettings(settings),
  clauses: { ...CLAUSE_TEXTS, ...clauses } as ClauseTexts,
  effectiveAt,
  digest,
});

/** Years ahead that a version may be scheduled: a year that is further away is a slip of the keyboard. */
const YEARS_AHEAD = 2;

const isTooFar = (effectiveAt: string, now: string): boolean => {
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + YEARS_AHEAD);
  return Date.parse(effectiveAt) > last.getTime();
};

/**
 * Makes the draft a version that never changes again. Orders placed from its effective date on are judged by it; what
 * was ordered before keeps the version of its day.
 */
export const policyPublish: Handler<'policy.publish'> = {
  subject: () => ({ policy: true }),
  decide: (world, command, context) => {
    const { draft, versions } = world;
    if (draft === null) return refused('ended', 'there is no draft to publish: change something first');
    const stale = whyStale(draft, command.expected);
    if (stale !== null) return stale;
    const effectiveAt = new Date(command.effectiveAt ?? context.now).toISOString();
    if (Date.parse(effectiveAt) < Date.parse(context.now)) {
      return refused(
        'invalid',
        'that day has begun: orders of it were judged already. Choose now or a day from tomorrow on',
        { missing: ['effectiveAt'] },
      );
    }
    if (isTooFar(effectiveAt, context.now)) {
      return refused('invalid', 'that day is more than two years ahead: choose an earlier one', {
        missing: ['effectiveAt'],
      });
    }
    const content = parsedSettings(draft.settings, world.shop);
    if ('ok' in content) return content;
    const before = versionOf(versionFor(versions, effectiveAt));
    const number = Math.max(...versions.map((version) => version.number)) + 1;
    const version = createVersion({ number, settings: content.settings, effectiveAt });
    const { changes, clauses } = diffVersions({ ...before, effectiveAt }, version);
    if (changes.length === 0) {
      return refused('invalid', `the draft says what version ${before.number} says: change something first`);
    }
    const record: PolicyVersionRecord = {
      id: context.ids.id(),
      shop: world.shop.domain,
      number,
      settings: { ...version.settings },
      clauses: version.clauses,
      effectiveAt,
      publishedBy: context.by,
      publishedAt: context.now,
      digest: version.digest,
    };
    const counted = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
    return plan({
      policyDrafts: [{ ...draft, version: draft.version + 1, state: 'published', updatedAt: context.now }],
      policyVersions: [record],
      shopEntries: [
        shopEntry(context, {
          event: 'policy.publish',
          subject: record.id,
          text: `published version ${number} of the policy, in force from ${effectiveAt}, with ${counted} (digest ${version.digest})`,
          clauses,
        }),
      ],
    });
  },
};
