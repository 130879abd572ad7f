import { ANSWER_DUE } from '../../../policy/app/answer-days.ts';
import type { CommandOf } from '../../../policy/app/commands.ts';
import { MOST_PHOTOS } from '../../../policy/app/customer-commands.ts';
import type { EvidenceRef, ReturnData } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { customersLink } from '../customers-link.ts';
import { mail, sayInCase, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines, PHOTO_DEADLINES } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { goOn } from '../return-request.ts';

type Supply = CommandOf<'return.supply'>;

/** Stages in which what was asked for lets a request go on. Later photos are kept, and change nothing by themselves. */
const BEFORE_ANSWER: ReadonlySet<string> = new Set(['evidence_pending', 'troubleshooting', 'review']);

/** P3, P18: photos, or whether the steps helped. The policy is asked again with it. */
export const returnSupply: Handler<'return.supply'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = customersLink(world, found, command.solved === undefined ? 'photos' : 'checklist', context);
    if (unfit !== null) return unfit;
    if (isFinal(returnCase, found.state))
      return refused('ended', `case ${found.number} has ended`, { caseId: found.id });
    if (command.solved !== undefined && found.state !== 'troubleshooting')
      return refused('ended', 'nobody waits for this answer any more', { caseId: found.id });
    if (command.solved === true) return isSolved(world, found, context);
    if (command.photosWaived !== undefined && context.actor.kind === 'customer')
      return refused('not-allowed', 'only staff may do without photos', { caseId: found.id });
    return supplied(world, found, command, context);
  },
};

/** Those that are kept with the ones of a return, or of a parcel. The same photo sent twice is one. */
export const withPhotos = (
  kept: Pick<ReturnData, 'photos'>,
  photos: readonly EvidenceRef[],
): readonly EvidenceRef[] => {
  const known = new Set(kept.photos.map(({ sha256 }) => sha256));
  const fresh = photos.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256));
  return fresh.slice(0, Math.max(0, MOST_PHOTOS - kept.photos.length));
};

export const supplied = (
  world: World,
  found: ReturnCaseRecord,
  command: Pick<Supply, 'photos' | 'solved' | 'photosWaived'>,
  context: Context,
): Verdict => {
  const fresh = withPhotos(found.data, command.photos);
  const data: ReturnData = {
    ...found.data,
    photos: [...found.data.photos, ...fresh],
    ...(command.solved === false ? { troubleshootingDone: true } : {}),
    ...(command.photosWaived === undefined ? {} : { photosWaived: command.photosWaived }),
  };
  const noted =
    fresh.length === 0
      ? []
      : [
          entry(context, found.id, {
            event: 'return.photos',
            text: `${countOf(fresh.length, 'photo')} added`,
            clauses: ['P3'],
          }),
        ];
  const went = BEFORE_ANSWER.has(found.state)
    ? goOn(world, { caseId: found.id, state: found.state, data }, [], context)
    : null;
  if (went !== null && 'ok' in went) return went;
  const record = nextVersion(
    found,
    went === null ? { data } : { data: went.data, state: went.state, rma: went.rma ?? found.rma },
    context,
  );
  const isPastPhotos = went !== null && went.state !== 'evidence_pending';
  return plan(
    {
      cases: [record],
      decisions: went === null || went.state === found.state ? [] : went.decisions,
      entries: [...noted, ...(went?.entries ?? [])],
      deadlines: [
        ...(isPastPhotos ? endDeadlines(world.deadlines, 'done', PHOTO_DEADLINES) : []),
        ...(went !== null && went.state !== 'review' ? endDeadlines(world.deadlines, 'done', [ANSWER_DUE]) : []),
        ...(went?.deadlines ?? []),
      ],
      effects: [
        ...(went?.effects ?? []),
        ...showCase(context, record),
        ...(fresh.length === 0
          ? []
          : sayInCase(
              context,
              `photos:${record.id}:${record.version}`,
              found,
              `${context.actor.kind === 'customer' ? 'The customer sent' : `${context.byName} added`} ${fresh.length === 1 ? 'a photo' : `${fresh.length} photos`}.`,
            )),
      ],
    },
    { caseId: found.id, decision: went?.decision ?? null, would: ['ask the policy again with it'] },
  );
};

const isSolved = (world: World, found: ReturnCaseRecord, context: Context): Verdict => {
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'solved', text: 'the steps helped: solved without a return' }],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return plan(
    {
      cases: [record],
      units: world.units.map((unit) => ({ ...unit, money: 'refused' as const })),
      entries: advanced.entries,
      deadlines: endDeadlines(world.deadlines, 'dropped'),
      effects: [mail(context, found.id, 'solved'), ...showCase(context, record)],
    },
    { caseId: found.id, would: ['close the case: nothing is sent back'] },
  );
};
