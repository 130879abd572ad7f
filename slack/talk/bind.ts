import type { Person } from '../../policy/app/actors.ts';
import type { Draft } from '../../policy/app/commands.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { EvidenceRef } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { asksForAmount } from '../interpret/goods/amounts.ts';
import type { Meaning, MeaningOf } from '../interpret/index.ts';
import { takeReferences } from '../interpret/references.ts';
import { type Answer, propose, tell } from './answer.ts';
import { answerPolicy } from './answer-policy.ts';
import { refundWords } from './asked-words.ts';
import { bindShortage, bindShortageAnswer } from './bind-backorder.ts';
import { bindAssign, bindDecline, bindExtend, bindKeep, bindLost, bindRefused, bindRevoke } from './bind-case.ts';
import { bindItems, onlyUnit } from './bind-items.ts';
import { findCase, findOrder } from './find.ts';
import { showCase, showOrder } from './show.ts';
import { showQueue } from './show-queue.ts';
import {
  AMOUNTS,
  HELP,
  invalidRma,
  isThanks,
  NOT_UNDERSTOOD,
  notUnderstoodAbout,
  notUnderstoodAboutRma,
  severalAtOnce,
  WELCOME,
} from './texts.ts';
import { saysTried } from './tried.ts';

/** Where it was said, as far as binding needs to know. */
export type Place = Readonly<{
  shop: string;
  photos: readonly EvidenceRef[];
  case: CaseDetail | null;
  /** Who said it. */
  person?: Person;
  /** What the agent wrote, in plain words. */
  text?: string;
}>;

/** Binds a meaning to this shop's real orders, line items, cases and refunds; the policy is asked when it is proposed. */
export const bind = async (deps: SlackDeps, meaning: Meaning, place: Place): Promise<Answer> => {
  const { shop } = place;
  switch (meaning.intent) {
    case 'order.show':
      return bindShow(deps, meaning, place);
    case 'rma.show': {
      const found = await findCase(deps.read, shop, meaning.rma);
      return found.ok ? showCase(found.value, place.text) : found.answer;
    }
    case 'order.cancel':
      return bindCancel(deps, meaning, place);
    case 'rma.request':
      return bindReturn(deps, meaning, place);
    case 'rma.tracking':
      return onCase(deps, place, meaning.rma, (detail) =>
        propose({
          kind: 'return.track',
          caseId: detail.case.id,
          ...(meaning.tracking === undefined ? {} : { number: meaning.tracking }),
          ...(meaning.carrier === undefined ? {} : { carrier: meaning.carrier }),
        }),
      );
    case 'rma.receive':
      return onCase(deps, place, meaning.rma, (detail) =>
        propose({
          kind: 'parcel.receive',
          caseId: detail.case.id,
          ...(meaning.marked === undefined ? {} : { rmaMarked: meaning.marked }),
        }),
      );
    case 'rma.inspect':
      return onCase(deps, place, meaning.rma, (detail) =>
        propose({
          kind: 'unit.inspect',
          caseId: detail.case.id,
          result: meaning.result,
          ...(place.photos.length === 0 ? {} : { photos: place.photos }),
        }),
      );
    case 'refund.approve':
      return onRefund(deps, place, meaning, (intentId) => ({ kind: 'refund.approve', intentId }));
    case 'refund.decline':
      return onRefund(deps, place, meaning, (intentId) => ({
        kind: 'refund.decline',
        intentId,
        ...(meaning.because === undefined ? {} : { because: meaning.because }),
      }));
    case 'case.note':
      return bindNote(deps, meaning, place);
    case 'queue.list':
      return showQueue(deps, shop, meaning.filter, place.person ?? null);
    case 'policy.ask':
      return answerPolicy(deps, shop, meaning.topic ?? '');
    case 'help':
      return tell(isThanks(place.text) ? WELCOME : HELP);
    case 'invalid_rma':
      return tell(invalidRma(meaning.rma));
    case 'unknown':
      return tell(notUnderstood(meaning, place.text ?? ''));
    case 'delivery.refused':
      return bindRefused(deps, meaning, place);
    case 'backorder.report':
      return bindShortage(deps, meaning, place);
    case 'backorder.answer':
      return bindShortageAnswer(deps, meaning, place);
    case 'rma.extend':
      return bindExtend(deps, meaning, place);
    case 'rma.decline':
      return bindDecline(deps, meaning, place);
    case 'rma.lost':
      return bindLost(deps, meaning, place);
    case 'rma.remedy':
      return onCase(deps, place, meaning.rma, (detail) =>
        propose({ kind: 'return.remedy', caseId: detail.case.id, remedy: meaning.outcome }),
      );
    case 'rma.invite':
      return bindInvite(deps, meaning, place);
    case 'order.keep':
      return bindKeep(deps, meaning, place);
    case 'links.revoke':
      return bindRevoke(deps, meaning, place);
    case 'case.assign':
      return bindAssign(deps, meaning, place);
    default:
      return meaning satisfies never;
  }
};

const notUnderstood = ({ rma, order }: MeaningOf<'unknown'>, text: string): string => {
  if (namesSeveral(text)) return severalAtOnce(namedIn(text));
  const about =
    rma !== undefined ? notUnderstoodAboutRma(rma) : order !== undefined ? notUnderstoodAbout(order) : NOT_UNDERSTOOD;
  return asksForAmount(text) ? `${AMOUNTS}\n${about}` : about;
};

const namedIn = (text: string): readonly string[] => {
  const { orders, rmas } = takeReferences(text);
  return [...orders, ...rmas];
};
/** Two orders or cases, and not the same asked of each: said so, instead of picking one. */
const namesSeveral = (text: string): boolean => namedIn(text).length > 1;

const onCase = async (
  deps: SlackDeps,
  { shop }: Place,
  rma: string,
  then: (detail: CaseDetail) => Answer,
): Promise<Answer> => {
  const found = await findCase(deps.read, shop, rma);
  return found.ok ? then(found.value) : found.answer;
};

/** Several orders are told one below the other; what cancelling would give is shown for a single one. */
const bindShow = async (deps: SlackDeps, meaning: MeaningOf<'order.show'>, { shop, text }: Place): Promise<Answer> => {
  const answers: Answer[] = [];
  for (const name of meaning.orders ?? [meaning.order ?? '']) {
    const found = await findOrder(deps.read, shop, name);
    answers.push(found.ok ? await showOrder(deps, shop, found.value, text ?? '') : found.answer);
  }
  const [only, second] = answers;
  if (only !== undefined && second === undefined) return only;
  return tell(
    answers
      .flatMap((answer) => (answer.kind === 'tell' ? [answer.text.replace(/\nIf it [^\n]*:$/, '')] : []))
      .join('\n'),
  );
};

/** Several orders are several proposals: each is confirmed on its own. */
const bindCancel = async (deps: SlackDeps, meaning: MeaningOf<'order.cancel'>, { shop }: Place): Promise<Answer> => {
  const drafts: Draft[] = [];
  for (const name of meaning.orders ?? [meaning.order ?? '']) {
    const found = await findOrder(deps.read, shop, name);
    if (!found.ok) return found.answer;
    const { facts } = found.value;
    if (meaning.items === undefined) {
      drafts.push({ kind: 'cancellation.request', orderId: facts.id });
      continue;
    }
    const bound = bindItems(facts, meaning.items, 'cancel');
    // Without lines a cancellation means the whole order: what is unclear is asked, never widened.
    if (!bound.ok)
      return tell(`I did not propose anything: ${bound.because}. Say which one, and how many.`, { orderId: facts.id });
    drafts.push({ kind: 'cancellation.request', orderId: facts.id, lines: bound.lines });
  }
  return propose(...drafts);
};

const bindReturn = (deps: SlackDeps, meaning: MeaningOf<'rma.request'>, place: Place): Promise<Answer> => {
  const contact = { ...(meaning.email && { email: meaning.email }), ...(meaning.phone && { phone: meaning.phone }) };
  return bindGoods(deps, meaning, place, 'return.open', {
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
    ...(saysTried(place.text ?? '') ? { troubleshootingDone: true } : {}),
  });
};

/** The customer is to send what a return needs: the same draft, asked of them. */
const bindInvite = (deps: SlackDeps, meaning: MeaningOf<'rma.invite'>, place: Place): Promise<Answer> =>
  bindGoods(deps, meaning, place, 'return.request', {});

const bindGoods = async (
  deps: SlackDeps,
  meaning: MeaningOf<'rma.request'> | MeaningOf<'rma.invite'>,
  { shop, photos }: Place,
  kind: 'return.open' | 'return.request',
  more: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  const drafts: Draft[] = [];
  for (const name of meaning.orders ?? [meaning.order ?? '']) {
    const found = await findOrder(deps.read, shop, name);
    if (!found.ok) return found.answer;
    const { facts } = found.value;
    const bound = meaning.items === undefined ? null : bindItems(facts, meaning.items, 'return');
    const lines = bound === null ? onlyUnit(facts) : bound.ok ? bound.lines : null;
    drafts.push({
      kind,
      orderId: facts.id,
      ...(meaning.reason === undefined ? {} : { reason: meaning.reason }),
      ...(lines === null ? {} : { lines }),
      ...(meaning.outcome === undefined ? {} : { remedy: meaning.outcome }),
      ...(photos.length === 0 ? {} : { photos }),
      ...more,
    });
  }
  return propose(...drafts);
};

/** The cases whose refund may be meant: the one of an RMA, the open ones of an order, or the thread's. */
const casesMeant = async (
  deps: SlackDeps,
  place: Place,
  { rma, order }: MeaningOf<'refund.approve'> | MeaningOf<'refund.decline'>,
): Promise<Readonly<{ ok: true; cases: readonly CaseDetail[] }> | Readonly<{ ok: false; answer: Answer }>> => {
  const here = place.case;
  if (rma !== undefined) {
    const found = await findCase(deps.read, place.shop, rma);
    return found.ok ? { ok: true, cases: [found.value] } : found;
  }
  if (order === undefined) return { ok: true, cases: here === null ? [] : [here] };
  const found = await findOrder(deps.read, place.shop, order);
  if (!found.ok) return found;
  const open = await Promise.all(found.value.openCases.map(({ id }) => deps.read.caseDetail(place.shop, id)));
  const cases = open.filter((each) => each !== null);
  return { ok: true, cases: cases.length === 0 && here?.case.orderName === order ? [here] : cases };
};

/** A decision is about the one refund that waits; which one that is, the case knows. */
const onRefund = async (
  deps: SlackDeps,
  place: Place,
  meaning: MeaningOf<'refund.approve'> | MeaningOf<'refund.decline'>,
  draft: (intentId: string) => Draft,
): Promise<Answer> => {
  const meant = await casesMeant(deps, place, meaning);
  if (!meant.ok) return meant.answer;
  const subject = meaning.rma ?? meaning.order ?? (place.case === null ? null : `case ${place.case.case.number}`);
  const waiting = meant.cases.flatMap(({ intents }) => intents.filter(({ state }) => state === 'awaiting_approval'));
  const [only] = waiting;
  if (only === undefined) {
    // Of several cases none is the one that was meant.
    const detail = meant.cases.length === 1 ? (meant.cases[0] ?? null) : null;
    const stands = detail === null ? null : refundWords(detail);
    const next =
      detail === null
        ? 'Money goes back with a cancellation or a return, as “help” shows.'
        : detail.case.closedAt === null
          ? `Next: ${detail.next}`
          : null;
    const waits = [`No refund of ${subject ?? 'that'} waits for approval.`, stands, next].filter(
      (each) => each !== null,
    );
    // Who named a sum is told as well that it would not count.
    return tell(`${asksForAmount(place.text ?? '') ? `${AMOUNTS}\n` : ''}${waits.join(' ')}`);
  }
  if (waiting.length > 1)
    return tell(
      `${waiting.length} refunds of ${subject} wait for approval. Say which RMA, or press the button on its card.`,
    );
  return propose(draft(only.id));
};

const bindNote = async (deps: SlackDeps, meaning: MeaningOf<'case.note'>, place: Place): Promise<Answer> => {
  const text = meaning.note === undefined ? {} : { text: meaning.note };
  if (meaning.rma !== undefined) {
    return onCase(deps, place, meaning.rma, (detail) =>
      propose({ kind: 'case.note', caseId: detail.case.id, ...text }),
    );
  }
  if (place.case !== null && (meaning.order === undefined || place.case.case.orderName === meaning.order)) {
    return propose({ kind: 'case.note', caseId: place.case.case.id, ...text });
  }
  const found = await findOrder(deps.read, place.shop, meaning.order ?? '');
  if (!found.ok) return found.answer;
  const [only, second] = found.value.openCases;
  if (only === undefined) return tell(`${meaning.order} has no open case to write it on.`);
  if (second !== undefined) return tell(`${meaning.order} has several open cases: say which RMA the note is for.`);
  return propose({ kind: 'case.note', caseId: only.id, ...text });
};
