import type { EvidenceRef } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { sayInCase, showCase } from '../effects-of.ts';
import { type Handler, plan, refused, type Verdict } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { supplied, withPhotos } from './return-supply.ts';

/**
 * P5: a customer answered a mail. Staff read it in the case's thread; photos in it become evidence. It asks for nothing
 * by itself: whatever it says, a person or a link decides.
 */
export const mailReceived: Handler<'mail.received'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context): Verdict => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    // Whoever objects to a case that has ended shows with them why.
    const takesPhotos =
      found.data.kind === 'return' && command.fromCustomer ? withPhotos(found.data, command.photos) : [];
    const why = !command.fromCustomer ? NOT_THEIRS : found.data.kind === 'return' ? ENOUGH : 'only returns have photos';
    const known = found.data.kind === 'return' ? found.data.photos : [];
    const base =
      takesPhotos.length > 0 && found.data.kind === 'return'
        ? supplied(world, { ...found, data: found.data }, { photos: [...takesPhotos] }, context)
        : plan({ cases: [nextVersion(found, {}, context)] }, { caseId: found.id });
    if (!base.ok) return base;
    const record = base.changes.cases?.[0] ?? found;
    const who = command.fromCustomer ? 'the customer' : 'somebody (not the address of the order)';
    // What it says is personal: it goes to the transcript and the thread, not into the history.
    const text = `${who} answered by mail${takesPhotos.length > 0 ? `, with ${countOf(takesPhotos.length, 'photo')}` : ''}`;
    return plan(
      {
        ...base.changes,
        entries: [
          entry(context, found.id, { event: 'mail.received', text, clauses: ['P5'] }),
          ...(base.changes.entries ?? []),
        ],
        effects: [
          ...(base.changes.effects ?? []).filter(
            ({ effect }) => effect.kind !== 'slack.say' && effect.kind !== 'slack.show',
          ),
          ...showCase(context, record),
          ...sayInCase(
            context,
            `mail:${record.id}:${record.version}`,
            found,
            spokenMail(who, command.text, takesPhotos.length, [
              ...command.refused,
              ...leftOut(command.photos, [...known, ...takesPhotos], why),
            ]),
          ),
        ],
      },
      { caseId: found.id },
    );
  },
};

export const NOT_THEIRS = 'the mail is not from the order’s address';
export const ENOUGH = 'as many as are kept are here already';

/** Photos that came along and are not kept: whoever reads the mail would not know of them. */
export const leftOut = (
  came: readonly EvidenceRef[],
  kept: readonly Pick<EvidenceRef, 'sha256'>[],
  why: string,
): readonly string[] => {
  const has = new Set(kept.map(({ sha256 }) => sha256));
  const count = new Set(came.map(({ sha256 }) => sha256).filter((sha256) => !has.has(sha256))).size;
  return count === 0 ? [] : [`${countOf(count, 'photo')} (${why})`];
};

/** A mail as it is shown in a thread. */
export const spokenMail = (who: string, text: string, photos: number, refusedFiles: readonly string[]): string =>
  [
    `Mail from ${who}${photos > 0 ? ` with ${photos === 1 ? 'a photo' : `${photos} photos`}` : ''}:`,
    ...(text === '' ? [] : text.split('\n').map((line) => `> ${line}`)),
    ...(refusedFiles.length === 0 ? [] : [`Not kept: ${refusedFiles.join('; ')}`]),
  ]
    .join('\n')
    .slice(0, 2900);
