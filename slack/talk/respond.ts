import type { Actor } from '../../policy/app/actors.ts';
import type { Command, Envelope, Outcome } from '../../policy/app/commands.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { EvidenceRef, ProposalRecord, Thread } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { asksForAmount } from '../interpret/goods/amounts.ts';
import { type InterpretContext, interpret } from '../interpret/index.ts';
import { plainText } from '../text/plain.ts';
import { amendByReply, speaksOfOthers } from './amend-by-reply.ts';
import { type Answer, tell } from './answer.ts';
import { bind } from './bind.ts';
import { AMOUNTS, NO_ROLE, PHOTOS_FOR_WHAT, WAITS_ABOVE } from './texts.ts';

type SlackActor = Extract<Actor, { kind: 'slack' }>;

/** Something an agent wrote, and where. */
export type Said = Readonly<{
  shop: string;
  actor: SlackActor;
  /** As Slack sends it. */
  text: string;
  thread: Thread;
  /** What it came from (a message, a command): the same key proposes once. */
  key: string;
  photos: readonly EvidenceRef[];
  /** Written to the bot. In a thread people also talk to each other: then it speaks only when it is sure. */
  addressed: boolean;
  /** Aborted when a person presses *Stop*. */
  signal?: AbortSignal;
}>;

export type ThreadSubject = Readonly<{ case: CaseDetail | null; proposal: ProposalRecord | null }>;

/** What the thread is about. */
export const subjectOfThread = async (deps: SlackDeps, shop: string, thread: Thread): Promise<ThreadSubject> => {
  const [detail, proposal] = await Promise.all([
    deps.read.caseByThread(shop, thread.channel, thread.ts),
    deps.read.openProposalByThread(shop, thread.channel, thread.ts),
  ]);
  return { case: detail, proposal };
};

const contextOf = async (deps: SlackDeps, shop: string, subject: ThreadSubject): Promise<InterpretContext> => {
  if (subject.case !== null) {
    const { rma, orderName } = subject.case.case;
    return { order: orderName, ...(rma === null ? {} : { rma }) };
  }
  const orderId = subject.proposal?.orderId ?? null;
  const order = orderId === null ? null : await deps.read.order(shop, orderId);
  return order === null ? {} : { order: order.facts.name };
};

/** Understands a text and says what follows from it; does nothing yet. */
export const answerTo = async (deps: SlackDeps, said: Said, subject: ThreadSubject): Promise<Answer> => {
  const person = await deps.read.person(said.shop, said.actor);
  if (person?.role == null) return said.addressed ? tell(NO_ROLE) : { kind: 'silent' };
  const words = plainText(said.text);
  const context = await contextOf(deps, said.shop, subject);
  const read = interpret(words, context);
  // What the grammar does not read, a model may, where the merchant set one; among themselves people are left alone.
  const meaning =
    read.intent === 'unknown' && said.addressed && deps.understand !== undefined
      ? ((await deps.understand(said.shop, person.id, words, context, said.signal)) ?? read)
      : read;
  // Among themselves people also say hello and what nobody understands.
  const chat = meaning.intent === 'unknown' || meaning.intent === 'help' || meaning.intent === 'policy.ask';
  if (!said.addressed && (chat || meaning.intent === 'queue.list')) return { kind: 'silent' };
  const namesNothing = meaning.intent === 'unknown' && meaning.order === undefined && meaning.rma === undefined;
  if (said.photos.length > 0 && namesNothing) return tell(PHOTOS_FOR_WHAT);
  // "OK do it", "make it 2": the card is what they speak of, and it is still there to be pressed.
  if (meaning.intent === 'unknown' && subject.proposal !== null && !speaksOfOthers(words)) return tell(WAITS_ABOVE);
  return bind(deps, meaning, { shop: said.shop, photos: said.photos, case: subject.case, person, text: words });
};

const envelope = (said: Said, suffix: string): Envelope => ({
  id: `slack:${said.key}${suffix}`.slice(0, 200),
  shop: said.shop,
  actor: said.actor,
});

/** The commands an answer becomes. Several orders are several proposals. */
export const commandsOf = (answer: Answer, said: Said): Command[] => {
  switch (answer.kind) {
    case 'silent':
      return [];
    case 'tell':
      return [
        {
          kind: 'staff.tell',
          key: said.key,
          thread: said.thread,
          text: answer.text.slice(0, 3000),
          ...(answer.orderId === undefined ? {} : { orderId: answer.orderId }),
          ...(answer.decision == null ? {} : { decision: answer.decision }),
        },
      ];
    case 'propose':
      return [
        ...(asksForAmount(plainText(said.text))
          ? [{ kind: 'staff.tell' as const, key: `${said.key}:amounts`, thread: said.thread, text: AMOUNTS }]
          : []),
        ...answer.drafts.map((draft, index) => ({
          kind: 'proposal.make' as const,
          key: index === 0 ? said.key : `${said.key}:${index}`,
          draft,
          thread: said.thread,
        })),
      ];
    default:
      return answer satisfies never;
  }
};

/** Handles what an answer became; the first refusal ends it. */
export const carryOut = async (deps: SlackDeps, said: Said, answer: Answer): Promise<Outcome | null> => {
  let last: Outcome | null = null;
  for (const [index, command] of commandsOf(answer, said).entries()) {
    last = await deps.handle(envelope(said, index === 0 ? '' : `:${index}`), command);
    if (last.status === 'refused') return last;
  }
  return last;
};

/**
 * A message: it may answer what an open proposal in its thread asks for; else it is understood on its own.
 * @returns what came of it, null where there was nothing to do
 */
export const respond = async (deps: SlackDeps, said: Said): Promise<Outcome | null> => {
  const subject = await subjectOfThread(deps, said.shop, said.thread);
  if (!said.addressed && subject.case === null && subject.proposal === null) return null;
  const amended = await amendByReply(deps, said, subject.proposal);
  if (amended !== null) return deps.handle(envelope(said, ':amend'), amended);
  const answer = await answerTo(deps, said, subject);
  // Who pressed *Stop* wants no answer any more.
  return said.signal?.aborted === true ? null : carryOut(deps, said, answer);
};
