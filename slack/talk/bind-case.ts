import { stepsOf } from '../../policy/app/case-steps.ts';
import type { Draft } from '../../policy/app/commands.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { CaseRecord } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import type { MeaningOf } from '../interpret/index.ts';
import { stateWordsInside } from '../text/words.ts';
import { type Answer, propose, tell } from './answer.ts';
import type { Place } from './bind.ts';
import { findCase, findOrder } from './find.ts';

type Case = Pick<CaseRecord, 'id'>;
type Found = Readonly<{ ok: true; case: Case }> | Readonly<{ ok: false; answer: Answer }>;

/** The case that is meant: by its RMA number, as the one of the thread, or as the only open one of an order. */
const caseMeant = async (
  deps: SlackDeps,
  { rma, order }: Readonly<{ rma?: string | undefined; order?: string | undefined }>,
  place: Place,
): Promise<Found> => {
  if (rma !== undefined) {
    const found = await findCase(deps.read, place.shop, rma);
    return found.ok ? { ok: true, case: found.value.case } : found;
  }
  if (place.case !== null && (order === undefined || place.case.case.orderName === order))
    return { ok: true, case: place.case.case };
  const found = await findOrder(deps.read, place.shop, order ?? '');
  if (!found.ok) return found;
  const [only, second] = found.value.openCases;
  if (only === undefined) return { ok: false, answer: tell(`${order} has no open case.`) };
  if (second !== undefined)
    return { ok: false, answer: tell(`${order} has several open cases: say which RMA is meant.`) };
  return { ok: true, case: only };
};

export const bindRefused = async (
  deps: SlackDeps,
  meaning: MeaningOf<'delivery.refused'>,
  place: Place,
): Promise<Answer> => {
  const drafts: Draft[] = [];
  for (const name of meaning.orders ?? [meaning.order ?? '']) {
    const found = await findOrder(deps.read, place.shop, name);
    if (!found.ok) return found.answer;
    drafts.push({ kind: 'delivery.refused', orderId: found.value.facts.id });
  }
  return propose(...drafts);
};

/** What stands in the way of more days; null where nothing does. */
const whyNoMoreTime = (detail: CaseDetail): string | null => {
  const { number, rma, closedAt, state, data } = detail.case;
  const what = rma ?? `Case ${number}`;
  if (data.kind !== 'return') return `${what} is no return: there is no last day to move.`;
  if (closedAt !== null)
    return `${what} is closed, and gets no more days. “Open it again…” is in the menu (⋮) of its card.`;
  if (data.rma === null) return `Case ${number} has no RMA number yet, and so no last day to move.`;
  if (data.rma.deadline === null) return `${what} has no last day to move: its parcel may come at any time.`;
  if (stepsOf(detail).includes('extend')) return null;
  return data.extension == null
    ? `${what} needs no more days: ${stateWordsInside(state)}. Next: ${detail.next}`
    : `More days were asked for already for ${what}: a second person has to agree or not, on its card.`;
};

export const bindExtend = async (deps: SlackDeps, meaning: MeaningOf<'rma.extend'>, place: Place): Promise<Answer> => {
  const found = await caseMeant(deps, meaning, place);
  if (!found.ok) return found.answer;
  const detail = await deps.read.caseDetail(place.shop, found.case.id);
  // Said before anybody is asked how many days, and why.
  const because = detail === null ? null : whyNoMoreTime(detail);
  if (because !== null) return tell(because);
  return propose({
    kind: 'return.extend',
    caseId: found.case.id,
    ...(meaning.days === undefined ? {} : { days: meaning.days }),
  });
};

export const bindDecline = (deps: SlackDeps, meaning: MeaningOf<'rma.decline'>, place: Place): Promise<Answer> =>
  onCase(deps, meaning, place, (caseId) => ({
    kind: 'return.decline',
    caseId,
    ...(meaning.because === undefined ? {} : { because: meaning.because }),
  }));

export const bindLost = (deps: SlackDeps, meaning: MeaningOf<'rma.lost'>, place: Place): Promise<Answer> =>
  onCase(deps, meaning, place, (caseId) => ({ kind: 'return.lost', caseId }));

export const bindRevoke = (deps: SlackDeps, meaning: MeaningOf<'links.revoke'>, place: Place): Promise<Answer> =>
  onCase(deps, meaning, place, (caseId) => ({
    kind: 'links.revoke',
    caseId,
    ...(meaning.because === undefined ? {} : { because: meaning.because }),
  }));

/** P10: which cancellation is withdrawn: the thread's, or the only open one of the order. */
export const bindKeep = async (deps: SlackDeps, meaning: MeaningOf<'order.keep'>, place: Place): Promise<Answer> => {
  const withdraw = (caseId: string): Answer =>
    propose({
      kind: 'cancellation.withdraw',
      caseId,
      ...(place.text === undefined ? {} : { because: place.text.slice(0, 500) }),
    });
  const here = place.case?.case;
  const isMeant = meaning.order === undefined || here?.orderName === meaning.order;
  if (here?.kind === 'cancellation' && isMeant) return withdraw(here.id);
  const found = await findOrder(deps.read, place.shop, meaning.order ?? here?.orderName ?? '');
  if (!found.ok) return found.answer;
  const { facts, openCases } = found.value;
  const [only, second] = openCases.filter((one) => one.kind === 'cancellation');
  if (second !== undefined)
    return tell(`${facts.name} has several cancellations: answer in the thread of the one that is meant.`);
  if (only !== undefined) return withdraw(only.id);
  return tell(
    facts.cancelledAt === null
      ? `No cancellation of ${facts.name} is under way: the order goes on as it is.`
      : `${facts.name} is cancelled already, and that can't be taken back. The customer would have to order again.`,
    { orderId: facts.id },
  );
};

/** Names as people say them: the first name is enough where only one person has it. */
export const bindAssign = async (deps: SlackDeps, meaning: MeaningOf<'case.assign'>, place: Place): Promise<Answer> => {
  const people = (await deps.read.people(place.shop)).filter((person) => person.role !== null);
  const said = meaning.to?.trim().toLowerCase() ?? '';
  if (said === '') return tell('To whom? For example: “hand it to Ana”, or the menu of its card.');
  const named = people.filter(({ name }) => {
    const whole = name.toLowerCase();
    return whole === said || whole.split(/\s+/).includes(said);
  });
  const [only, second] = named;
  const names = people.map(({ name }) => name).join(', ');
  if (only === undefined) return tell(`Nobody here is called ${meaning.to}. There are ${names}.`);
  if (second !== undefined)
    return tell(`Several people are called ${meaning.to}: say the whole name. There are ${names}.`);
  return onCase(deps, meaning, place, (caseId) => ({ kind: 'case.assign', caseId, to: only.id }));
};

const onCase = async (
  deps: SlackDeps,
  meaning: Readonly<{ rma?: string | undefined; order?: string | undefined }>,
  place: Place,
  draft: (caseId: string) => Draft,
): Promise<Answer> => {
  const found = await caseMeant(deps, meaning, place);
  return found.ok ? propose(draft(found.case.id)) : found.answer;
};
