import { Command, type CommandOf, Envelope, type HandleCommand, type Outcome } from '../../policy/app/commands.ts';
import type { Clock, Ids } from '../../policy/app/ports.ts';
import { type Changes, StaleWrite, type Store, type Tx } from '../../policy/app/store.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { asRefusal } from './as-refusal.ts';
import { laterOf } from './clock.ts';
import { HANDLERS } from './commands/index.ts';
import { type Context, type Handler, type Refused, refused, type Verdict, type World } from './handler.ts';
import { freshRma, loadWorld } from './load-world.ts';
import { newsOf } from './news.ts';
import { whyOutdated } from './outdated.ts';
import { whyNotAllowed } from './permissions.ts';
import { suspectedParcels } from './undelivered.ts';

type Deps = Readonly<{
  store: Store;
  clock: Clock;
  ids: Ids;
  onOutcome?: (kind: Command['kind'], outcome: Outcome) => void;
}>;

/** Somebody wrote between our read and our write only where a lock was missing; three tries are plenty. */
const TRIES = 3;

/**
 * The one way in: load case → gather facts → the policy decides → record, all in one transaction.
 * @throws ZodError where an edge sent what is no command (a programming error: edges parse first)
 */
export const createHandleCommand = ({ store, clock, ids, onOutcome }: Deps): HandleCommand => {
  return async (envelope, command) => {
    const asked = Envelope.parse(envelope);
    const parsed = Command.parse(command);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome = await store.transaction(
          asked.shop,
          (tx) => handleIn(tx, asked, parsed, clock, ids),
          // A webhook stays in the inbox until this is written, and is handled again should it be lost. Whoever else
          // asks is told that it is done; an effect waits for the disk before it calls anybody.
          { durable: asked.actor.kind === 'shopify' ? 'soon' : 'now' },
        );
        onOutcome?.(parsed.kind, outcome);
        return outcome;
      } catch (error) {
        if (!(error instanceof StaleWrite) || attempt === TRIES) throw error;
      }
    }
  };
};

const handleIn = async (tx: Tx, envelope: Envelope, command: Command, clock: Clock, ids: Ids): Promise<Outcome> => {
  const before = await tx.outcomeOf(envelope.id);
  if (before !== null) return before.status === 'done' ? { ...before, replayed: true } : before;

  const person = await tx.person(envelope.actor);
  const notAllowed = whyNotAllowed(envelope.actor, person, command.kind);
  if (notAllowed !== null) return toOutcome(refused('not-allowed', notAllowed));

  const handler = handlerOf(command);
  const world = await loadWorld(tx, handler.subject(command), clock.now());
  if ('ok' in world) return toOutcome(world);
  if (world.shop.uninstalledAt !== null && !OF_SHOPS_THAT_LEFT.has(command.kind)) {
    return toOutcome(
      refused('shop-uninstalled', 'the shop has uninstalled Makegood: nothing moves until it is installed again'),
    );
  }
  const context: Context = {
    now: laterOf(clock.now(), world.case?.updatedAt),
    ids,
    actor: envelope.actor,
    person,
    by: person?.id ?? envelope.actor.kind,
    byName:
      person?.name ??
      { slack: 'somebody', staff: 'somebody', customer: 'the customer', shopify: 'Shopify', system: 'Makegood' }[
        envelope.actor.kind
      ],
    fresh: mayOpenCase(command, world)
      ? { caseNumber: await tx.nextCaseNumber(), rma: await freshRma(tx, ids) }
      : {
          caseNumber: 0,
          rma: ISSUES_NUMBERS.has(command.kind) ? await freshRma(tx, ids) : '',
          ...(command.kind === 'parcel.quarantine' ? { parcelNumber: await tx.nextParcelNumber() } : {}),
        },
  };
  const verdict =
    whyOutdated(world, command, envelope.seen) ?? asRefusal(() => decideOn(handler, world, command, context));
  if (!verdict.ok) {
    // The same command at the same moment, from a second delivery: while we waited for the lock the first has done it.
    const meanwhile = await tx.outcomeOf(envelope.id);
    if (meanwhile !== null) return meanwhile.status === 'done' ? { ...meanwhile, replayed: true } : meanwhile;
  }
  const outcome = toOutcome(verdict);
  if (verdict.ok) await tx.record(envelope, outcome, withNews(world, verdict.changes, context));
  // A refusal is not remembered under its id: what was refused now may be right in an hour. What it ended is written.
  else if (verdict.changes !== undefined)
    await tx.record({ ...envelope, id: `${envelope.id}:refused:${context.ids.id()}` }, outcome, verdict.changes);
  return outcome;
};

const withNews = (world: World, changes: Changes, context: Context): Changes => {
  const news = newsOf(world, changes, context);
  return news.length === 0 ? changes : { ...changes, effects: [...(changes.effects ?? []), ...news] };
};

/**
 * What is taken though the shop has left: that it did, what became of calls that were under way (money that moved has
 * moved), and what the law asks for.
 */
const OF_SHOPS_THAT_LEFT = new Set<Command['kind']>([
  'shop.uninstalled',
  'effect.settled',
  'privacy.asked',
  'privacy.continue',
]);

/** Commands that may open a case, directly or by confirming a proposal: they want a number ready. */
const OPENS_CASES = new Set<Command['kind']>([
  'cancellation.request',
  'return.open',
  'backorder.report',
  'stock.observed',
  'proposal.confirm',
  'delivery.refused',
  'return.request',
]);

/** Commands that may issue the number of a case that is open already. */
const ISSUES_NUMBERS = new Set<Command['kind']>(['return.supply', 'return.issue', 'mail.received']);

/** An order that is observed opens one only where a carrier could not hand over its parcel (P13). */
const mayOpenCase = (command: Command, world: World): boolean =>
  OPENS_CASES.has(command.kind) ||
  (command.kind === 'order.observed' && suspectedParcels(command.facts as OrderFacts, world.cases).length > 0);

type AnyHandler = Handler<Command['kind']>;
const handlerOf = (command: Command): AnyHandler => HANDLERS[command.kind] as unknown as AnyHandler;
const decideOn = (handler: AnyHandler, world: World, command: Command, context: Context): Verdict =>
  handler.decide(world, command as CommandOf<Command['kind']>, context);

const toOutcome = (verdict: Verdict | Refused): Outcome =>
  verdict.ok
    ? {
        status: 'done',
        replayed: false,
        caseId: verdict.caseId,
        proposalId: verdict.proposalId,
        intentId: verdict.intentId,
      }
    : {
        status: 'refused',
        code: verdict.code,
        because: verdict.because,
        clauses: [...verdict.clauses],
        caseId: verdict.caseId,
      };
