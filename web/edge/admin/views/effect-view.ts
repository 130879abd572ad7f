import { Effect as EffectPayload } from '../../../../policy/app/effects.ts';
import type { EffectRecord } from '../../../../policy/app/records.ts';
import type { Effect } from '../contract/effect.ts';

/** Payloads hold ids; of them only what a person needs to tell two effects of one kind apart. */
const aboutOf = (record: EffectRecord): string | null => {
  const parsed = EffectPayload.safeParse(record.payload);
  if (!parsed.success) return null;
  switch (parsed.data.kind) {
    case 'mail.send':
      return parsed.data.template;
    case 'slack.show':
      return parsed.data.subject;
    default:
      return null;
  }
};

/** States in which nothing happens any more unless a person asks for it. */
export const STOPPED: readonly EffectRecord['state'][] = ['parked', 'refused'];

/** A payment that Shopify refused is never repeated: the case proposes a new one, reckoned and approved again. */
export const MONEY: readonly string[] = ['shopify.cancel-order', 'shopify.refund-lines', 'shopify.process-return'];

export const isRetryable = ({ state, kind }: Pick<EffectRecord, 'state' | 'kind'>): boolean =>
  state === 'parked' || (state === 'refused' && !MONEY.includes(kind));

export const effectView = (record: EffectRecord): Effect => ({
  id: record.id,
  caseId: record.caseId,
  kind: record.kind,
  about: aboutOf(record),
  state: record.state,
  attempts: record.attempts,
  lastError: record.lastError,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  retryable: isRetryable(record),
});
