import type { DeadlineRecord } from '../../../policy/app/records.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance, entry } from '../advance.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Context, plan, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { askCustomer } from './ask-customer.ts';
import type { BackorderCase } from './case.ts';
import { startRefund } from './refund.ts';
import { notToldInTime } from './told-in-time.ts';

export const BACKORDER_DEADLINES: ReadonlySet<string> = new Set([
  'backorder-response',
  'backorder-reminder',
  'backorder-max-wait',
  'backorder-told',
]);

/** P9: nobody answered in time, so the money goes back. P8: the wait grew too long, so the customer is asked again. */
export const backorderDue = (world: World, deadline: DeadlineRecord, context: Context): Verdict => {
  const found = world.case as BackorderCase;
  const done = { ...deadline, state: 'done' as const };
  const verdict =
    deadline.kind === 'backorder-response' && found.state === 'customer_notified'
      ? startRefund(
          world,
          found,
          {
            event: 'response-due',
            answer: null,
            text: 'no answer in time: the money goes back',
            stopsWithPerson: true,
          },
          context,
        )
      : deadline.kind === 'backorder-max-wait' && found.state === 'waiting'
        ? askAgain(world, found, context)
        : deadline.kind === 'backorder-reminder' && found.state === 'customer_notified'
          ? remind(world, found, context)
          : deadline.kind === 'backorder-told' && !isFinal(backorder, found.state)
            ? notToldInTime(world, found, deadline, context)
            : plan({}, { caseId: found.id });
  if (!verdict.ok) return verdict;
  const written = verdict.changes.deadlines ?? [];
  const others = written.filter((one) => one.id !== deadline.id);
  const itself = written.find((one) => one.id === deadline.id && one.state === 'late') ?? done;
  return { ...verdict, changes: { ...verdict.changes, deadlines: [...others, itself] } };
};

/** Not after a pause of ours that was so long that the time to answer is over as well. */
const remind = (world: World, found: BackorderCase, context: Context): Verdict => {
  const isOver = world.deadlines.some(
    (one) => one.kind === 'backorder-response' && one.state === 'open' && one.dueAt <= context.now,
  );
  if (isOver) return plan({}, { caseId: found.id });
  return plan(
    {
      entries: [
        entry(context, found.id, { event: 'backorder.reminder', text: 'the customer is reminded', clauses: ['P7'] }),
      ],
      effects: [mail(context, found.id, 'backorder-reminder', null, `round-${found.data.round ?? 1}`)],
    },
    { caseId: found.id },
  );
};

const askAgain = (world: World, found: BackorderCase, context: Context): Verdict => {
  const days = world.settings['backorder.maxWaitDays'];
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [{ event: 'max-wait-over', text: `waited ${days} days: the customer is asked again` }],
    context,
  );
  if (!advanced.ok) return advanced;
  const asked = askCustomer(world, found.id, found.data, context);
  const record = nextVersion(found, { state: advanced.state, data: asked.data }, context);
  return plan(
    {
      cases: [record],
      entries: advanced.entries,
      deadlines: asked.deadlines,
      revokedLinks: asked.revokedLinks,
      effects: [...asked.effects, ...showCase(context, record)],
    },
    { caseId: found.id },
  );
};
