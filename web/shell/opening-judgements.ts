import type { CommandOf } from '../../policy/app/commands.ts';
import type { NewEntry } from '../../policy/app/store.ts';
import type { ClauseId } from '../../policy/clauses.ts';
import type { Decision, Judged } from '../../policy/decision.ts';
import { entry } from './advance.ts';
import { askPolicy, sentence } from './ask-policy.ts';
import { returnAsk } from './asks.ts';
import { type Context, type Refused, refused, type World } from './handler.ts';

type Open = CommandOf<'return.open'>;

/** Clauses on which an agent may issue the number all the same, or decline: own damage (P2), the warranty (P23). */
const AGENTS: readonly ClauseId[] = ['P2', 'P23'];

/** True where all that stands in the way is something an agent may decide. */
export const isLeftToAgent = ({ verdict, clauses }: Decision): boolean =>
  (verdict === 'needs-person' || verdict === 'refused') &&
  clauses.length > 0 &&
  clauses.every((clause) => AGENTS.includes(clause));

export const openingAsk = (command: Open, judged: Judged) =>
  returnAsk({
    reason: command.reason,
    lines: command.lines,
    photos: command.photos.length,
    troubleshootingDone: command.troubleshootingDone ?? null,
    artificialDamageDeclared: command.artificialDamageDeclared ?? null,
    originalShippingCost: command.originalShippingCost ?? null,
    returnPostage: command.returnPostage ?? null,
    ...(command.contact === undefined ? {} : { contact: command.contact }),
    ...(Object.keys(judged).length === 0 ? {} : { judged }),
  });

/**
 * What the agent decides while a return is opened: the carriage (P1), own damage (P2), the warranty (P23).
 * @returns the judgement, or a refusal that names what the agent has to say first
 */
export const judgedAtOpening = (world: World, command: Open, context: Context): Judged | Refused => {
  // A shop that never charges it does not begin to here.
  const isOpen =
    world.settings['wrongItemCustomer.carriage'] !== 'never' && command.reason === 'customer_ordered_wrong';
  const judged: Judged = command.carriage === undefined || !isOpen ? {} : { carriage: command.carriage };
  const { decision } = askPolicy(world, openingAsk(command, judged), context);
  const ask = (field: string): Refused =>
    refused('missing', sentence(decision), { decision, missing: [field], clauses: decision.clauses });
  if (judged.carriage === 'waive' && !command.reasonGiven) return ask('reasonGiven');
  if (decision.verdict === 'needs-person' && decision.clauses.includes('P1') && command.carriage === undefined)
    return ask('carriage');
  if (!isLeftToAgent(decision)) return judged;
  if (command.answer === undefined) return ask('answer');
  if (!command.reasonGiven) return ask('reasonGiven');
  if (command.answer === 'decline') return judged;
  return {
    ...judged,
    ...(command.artificialDamageDeclared === true ? { ownDamage: 'accept' as const } : {}),
    ...(outOfWarranty(world, command, judged, decision, context) ? { warranty: 'accept' as const } : {}),
  };
};

/** The warranty may come to light only once the damage is set aside. */
const outOfWarranty = (world: World, command: Open, judged: Judged, decision: Decision, context: Context): boolean =>
  decision.clauses.includes('P23') ||
  askPolicy(world, openingAsk(command, { ...judged, ownDamage: 'accept' }), context).decision.clauses.includes('P23');

const SAYS: Readonly<Partial<Record<keyof Judged, Readonly<{ clause: ClauseId; text: string }>>>> = {
  ownDamage: { clause: 'P2', text: 'issued although the customer says that the damage is their own' },
  warranty: { clause: 'P23', text: 'issued on proof that the warranty runs' },
};

/** What was decided, by whom (the entry's actor) and why. */
export const openingEntries = (
  command: Open,
  judged: Judged,
  caseId: string,
  context: Context,
): readonly NewEntry[] => {
  const because = command.reasonGiven ? `: ${command.reasonGiven}` : '';
  const carriage =
    judged.carriage === undefined
      ? []
      : [
          {
            clause: 'P1' as const,
            text: judged.carriage === 'waive' ? 'the carriage is waived' : 'the customer pays the carriage',
          },
        ];
  const others = (Object.keys(judged) as (keyof Judged)[]).flatMap((key) => SAYS[key] ?? []);
  return [...carriage, ...others].map(({ clause, text }) =>
    entry(context, caseId, { event: 'return.judge', text: `${text}${because}`, clauses: [clause] }),
  );
};
