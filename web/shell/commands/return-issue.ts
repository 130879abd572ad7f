import { deadlineAfter } from '../../../policy/days/deadline.ts';
import type { Deadline, Judged } from '../../../policy/decision.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { newDecision } from '../ask-policy.ts';
import { createReturn, showCase } from '../effects-of.ts';
import { type Handler, plan, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines, rmaDeadlines, trackingDeadline, zoneOf } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { askForReturn } from '../return-request.ts';

/** P4, P29: the policy left a request to a person, or said no, and the person issues the number with a reason. */
export const returnIssue: Handler<'return.issue'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (context.person === null) return refused('not-allowed', 'a person has to decide this', { caseId: found.id });
    const first = askForReturn(world, found.data, context).decision;
    const needsCarriage = first.verdict === 'needs-person' && first.clauses.includes('P1');
    if (needsCarriage && command.carriage === undefined)
      return refused('missing', 'say who pays the carriage', {
        caseId: found.id,
        missing: ['carriage'],
        clauses: ['P1'],
        decision: first,
      });
    const judged: Judged = {
      ...found.data.judged,
      ...(command.carriage === undefined ? {} : { carriage: command.carriage }),
      ...(found.data.artificialDamageDeclared === true ? { ownDamage: 'accept' as const } : {}),
      ...(first.clauses.includes('P23') ? { warranty: 'accept' as const } : {}),
    };
    const data = { ...found.data, ...(Object.keys(judged).length === 0 ? {} : { judged }) };
    const answer = askForReturn(world, data, context);
    const { decision } = answer;
    const last = decision.verdict === 'granted' ? decision.rmaDeadline : ownLastDay(world, found, context.now);
    const recorded = newDecision(context, found.id, world, 'return', answer);
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'authorize',
          facts: { verdict: decision.verdict, by: context.by, reason: command.because },
          text: `${context.fresh.rma} issued: ${command.because}`,
          clauses: decision.clauses,
          decisionId: recorded.id,
        },
      ],
      context,
    );
    if (!advanced.ok) return advanced;
    const record = nextVersion(
      found,
      {
        state: advanced.state,
        rma: context.fresh.rma,
        assignee: found.assignee ?? context.person.id,
        data: { ...data, rma: { number: context.fresh.rma, issuedAt: context.now, deadline: last } },
      },
      context,
    );
    return plan(
      {
        cases: [record],
        decisions: [recorded],
        entries: [
          ...advanced.entries,
          ...(command.carriage === undefined
            ? []
            : [
                entry(context, found.id, {
                  event: 'return.judge',
                  text: `${command.carriage === 'waive' ? 'the carriage is waived' : 'the customer pays the carriage'}: ${command.because}`,
                  clauses: ['P1'],
                }),
              ]),
        ],
        deadlines: [
          ...endDeadlines(world.deadlines, 'dropped'),
          ...rmaDeadlines(world, found.id, last, context),
          trackingDeadline(world, found.id, context),
        ],
        effects: [createReturn(context, found.id, found.data), ...showCase(context, record)],
      },
      { caseId: found.id, decision, would: ['issue an RMA number, and mail it to the customer'] },
    );
  },
};

/** Against the policy's answer the days are the same as with it. */
const ownLastDay = (world: World, found: ReturnCaseRecord, now: string): Deadline | null => {
  const { settings } = world;
  if (found.data.reason !== 'defective' && settings['rmaValidity.appliesTo'] !== 'all') return null;
  return deadlineAfter(Date.parse(now), settings['rma.validDays'], zoneOf(world));
};
