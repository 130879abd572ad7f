import type { PrivacyRequestRecord, PrivacySubject } from '../../../policy/app/privacy.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { lastCall } from '../privacy/dates.ts';
import type { Runner, RunnerDeps } from './runner.ts';

type Asked = PrivacyRequestRecord & Readonly<{ subject: PrivacySubject }>;

const asked = async (deps: RunnerDeps, record: EffectRecord, requestId: string): Promise<Asked | null> => {
  const request = await deps.privacy.read(record.shop, requestId);
  return request?.subject ? (request as Asked) : null;
};

/** A request that was done meanwhile has nobody it is about any more. */
const NOBODY = { orders: 0, cases: 0, photos: 0, waitingFor: [] } as const;

export const findPerson: Runner<'privacy.find'> = async (deps, effect, record) => {
  const request = await asked(deps, record, effect.requestId);
  return { done: request === null ? NOBODY : await deps.privacy.find(record.shop, request.subject) };
};

/** Clearing twice clears nothing more: it needs no look first. */
export const forgetPerson: Runner<'privacy.forget'> = async (deps, effect, record) => {
  const request = await asked(deps, record, effect.requestId);
  if (request === null) return { done: NOBODY };
  const now = deps.clock.now();
  const force = now >= lastCall(request);
  return { done: await deps.privacy.forget(record.shop, request.subject, { now, force }) };
};

export const emptyShop: Runner<'privacy.empty'> = async (deps, _effect, record) => {
  await deps.tokens.update(record.shop, async () => null);
  return { done: { photos: await deps.privacy.removePhotos(record.shop) } };
};
