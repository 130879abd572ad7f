import type { Ids } from '../../policy/app/ports.ts';
import type { EffectRecord } from '../../policy/app/records.ts';
import type { Tx } from '../../policy/app/store.ts';
import { mintRma } from '../../policy/rma.ts';
import { resolveSettings } from '../../policy/settings.ts';
import { draftSubject } from './commands/requests.ts';
import type { CaseFile, Subject, World } from './handler.ts';
import { type Refused, refused } from './handler.ts';
import { settingsOfVersion } from './version-settings.ts';

/**
 * Loads what a command is about, under the lock of its order: two commands on one order wait for each other in the
 * database, whichever process they run in.
 * @param now ISO 8601: what is about no order follows the policy that is in force then
 * @returns a refusal where the shop, the order or the case does not exist
 */
export const loadWorld = async (tx: Tx, subject: Subject, now: string): Promise<World | Refused> => {
  const shop = await tx.shop();
  if (shop === null) return refused('not-found', 'this shop has not installed Makegood');

  const deadline = subject.deadlineId ? await tx.deadline(subject.deadlineId) : null;
  const effect = subject.effectId ? await tx.effect(subject.effectId) : null;
  const proposal = subject.proposalId ? await tx.proposal(subject.proposalId) : null;
  const drafted = proposal === null ? null : draftSubject(proposal.draft);
  const intentId = subject.intentId ?? drafted?.intentId ?? null;
  const intent = intentId === null ? null : await tx.intent(intentId);
  if (intentId !== null && intent === null) return refused('not-found', 'no such refund');
  const caseId = subject.caseId ?? intent?.caseId ?? drafted?.caseId ?? effect?.caseId ?? deadline?.caseId ?? null;
  const found = caseId === null ? null : await tx.case(caseId);
  if (caseId !== null && found === null) return refused('not-found', 'no such case');
  const privacyId = subject.privacyId ?? privacyIdOf(effect);
  const asked = askedOf(effect);
  const parcelId = subject.parcelId ?? drafted?.parcelId ?? asked?.parcelId ?? null;
  const orderId = subject.orderId ?? drafted?.orderId ?? found?.orderId ?? asked?.orderId ?? null;

  await tx.lock(orderId === null ? `shop:${shop.domain}` : `order:${orderId}`);
  if (parcelId !== null) await tx.lock(`parcel:${parcelId}`);
  // What was read before the lock only told which lock to take: read again behind it.
  const order = orderId === null ? null : await tx.order(orderId);
  const current = caseId === null ? null : await tx.case(caseId);
  const version =
    current !== null
      ? await tx.policyVersion(current.policyVersion)
      : await tx.policyVersionAt(order?.facts.createdAt ?? now);
  const cases = orderId === null ? [] : await tx.casesOfOrder(orderId);
  const shipTo = order?.facts.shipTo ?? null;
  return {
    // Its own settings are written under this lock: only then nobody else is writing them.
    shop: orderId === null ? ((await tx.shop()) ?? shop) : shop,
    people: await tx.people(),
    order,
    version,
    settings: resolveSettings(settingsOfVersion(version), { shipTo }),
    case: current,
    cases,
    files: subject.wholeOrder ? await filesOf(tx, cases, shipTo) : [],
    units: caseId === null ? [] : await tx.units(caseId),
    intents: caseId === null ? [] : await tx.intents(caseId),
    intent: intentId === null ? null : await tx.intent(intentId),
    deadlines: caseId === null ? [] : await tx.deadlines(caseId),
    deadline: subject.deadlineId ? await tx.deadline(subject.deadlineId) : deadline,
    effect: subject.effectId ? await tx.effect(subject.effectId) : effect,
    link: subject.linkId ? await tx.customerLink(subject.linkId) : null,
    proposal: subject.proposalId ? await tx.proposal(subject.proposalId) : proposal,
    backfill: subject.backfill === true || effect?.kind.endsWith('-export') === true ? await tx.backfill() : null,
    privacy: privacyId === null ? null : await tx.privacyRequest(privacyId),
    parcel: parcelId === null ? null : await tx.parcel(parcelId),
    draft: subject.policy ? await tx.policyDraft() : null,
    versions: subject.policy ? await tx.policyVersions() : [],
  };
};

const filesOf = async (tx: Tx, cases: World['cases'], shipTo: string | null): Promise<readonly CaseFile[]> => {
  const files: CaseFile[] = [];
  for (const record of cases) {
    const version = await tx.policyVersion(record.policyVersion);
    files.push({
      record,
      version,
      settings: resolveSettings(settingsOfVersion(version), { shipTo }),
      units: await tx.units(record.id),
      intents: await tx.intents(record.id),
      deadlines: await tx.deadlines(record.id),
      returnAtWork: record.kind === 'return' && record.closedAt === null && (await tx.returnAtWork(record.id)),
    });
  }
  return files;
};
/** The request that an effect works on. */
const privacyIdOf = (effect: EffectRecord | null): string | null =>
  effect?.kind.startsWith('privacy.') ? (effect.payload as { requestId: string }).requestId : null;

/** Whose customer was asked about which parcel. */
const askedOf = (effect: EffectRecord | null): Readonly<{ parcelId: string; orderId: string }> | null =>
  effect?.kind === 'mail.ask-sender' ? (effect.payload as { parcelId: string; orderId: string }) : null;

/** An RMA number that this installation has never used. */
export const freshRma = async (tx: Tx, ids: Ids): Promise<string> => {
  // 32^6 numbers: a second draw is rare, a tenth means that the random source is broken.
  for (let draw = 0; draw < 10; draw += 1) {
    const number = mintRma((count) => ids.randomBytes(count));
    if (!(await tx.rmaTaken(number))) return number;
  }
  throw new Error('ten RMA numbers in a row were taken: the random source is broken');
};
