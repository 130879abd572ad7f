import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { CaseData, CaseRecord, DeadlineRecord, Reopening, UnitRecord } from '../../../policy/app/records.ts';
import { samePerson } from '../../../policy/approvals/same-person.ts';
import { caseMachine } from '../../../policy/machines/index.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import type { PersonFacts } from '../../../policy/machines/person.ts';
import { advance, entry, type Move } from '../advance.ts';
import { reopenReturn, say, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { deadlinesAfterTest } from '../return-deadlines.ts';

/** What was carried out for good is not decided again: what else the customer is due is another request. */
const whyForGood = ({ case: found, units }: World): string | null => {
  if (found?.kind === 'cancellation' && (found.state === 'canceled' || found.state === 'partially_canceled'))
    return 'it is cancelled in Shopify, which can not be undone: there is nothing left to decide';
  return found?.kind === 'return' && units.length > 0 && units.every((unit) => unit.money === 'paid')
    ? 'every unit of it is paid for: there is nothing left to decide'
    : null;
};

const withReopening = (data: CaseData, reopening: Reopening | null): CaseData => ({ ...data, reopening }) as CaseData;

/** P5: a case that has ended is looked at again. It takes a reason, and a second person who agrees. */
export const caseReopen: Handler<'case.reopen'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    if (found.closedAt === null) return refused('ended', 'this case is open', { caseId: found.id });
    if (found.data.reopening != null)
      return refused('ended', `${found.data.reopening.byName} asked for it already: a second person has to agree`, {
        caseId: found.id,
      });
    const forGood = whyForGood(world);
    if (forGood !== null) return refused('ended', forGood, { caseId: found.id });
    const reopening = { because: command.because, by: context.by, byName: context.byName };
    const record = nextVersion(found, { data: withReopening(found.data, reopening) }, context);
    return plan(
      {
        cases: [record],
        entries: [
          entry(context, found.id, {
            event: 'case.reopen',
            text: `asked to open it again: ${command.because}; a second person has to agree`,
            clauses: ['P5'],
          }),
        ],
        effects: [
          ...showCase(context, record),
          ...tell(
            record,
            `${context.byName} asks to open case ${record.number} again: ${command.because}. A second person has to agree.`,
            context,
          ),
        ],
      },
      { caseId: found.id, would: ['ask a second person to open the case again'] },
    );
  },
};

/** Somebody else agrees, or does not. */
export const caseReopenConfirm: Handler<'case.reopen-confirm'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    const asked = found.data.reopening ?? null;
    if (asked === null || found.closedAt === null)
      return refused('ended', 'nothing here waits for a second person', { caseId: found.id });
    const [first, second] = [asked.by, context.by].map((id) => world.people.find((person) => person.id === id));
    const isSame =
      asked.by === context.by || (first !== undefined && second !== undefined && samePerson(first, second));
    if (command.agree && isSame)
      return refused('own-proposal', 'you asked for it: a second person has to agree', { caseId: found.id });
    const settled: CaseRecord = { ...found, data: withReopening(found.data, null) };
    if (!command.agree) {
      const record = nextVersion(settled, {}, context);
      return plan(
        {
          cases: [record],
          entries: [entry(context, found.id, { event: 'case.reopen', text: 'it stays closed', clauses: ['P5'] })],
          effects: showCase(context, record),
        },
        { caseId: found.id, would: ['leave the case closed'] },
      );
    }
    const moves: Move<string, PersonFacts>[] = [
      {
        event: 'reopen',
        facts: { by: asked.by, secondPerson: context.by, reason: asked.because },
        text: `opened again, asked for by ${asked.byName}: ${asked.because}`,
      },
      // The goods are here: what is due for them is what is looked at.
      ...(found.data.kind === 'return' && found.data.parcel !== null
        ? [{ event: 'parcel-matched', text: 'the parcel is here' }]
        : []),
    ];
    const advanced = advance(caseMachine(found.kind), { caseId: found.id, state: found.state }, moves, context);
    if (!advanced.ok) return advanced;
    const { data, units, reopens } = openedAgain(settled.data, found, world.units, [
      asked.by,
      context.by,
      asked.because,
    ]);
    const record = nextVersion(settled, { state: advanced.state, closedAt: null, data }, context);
    return plan(
      {
        cases: [record],
        units,
        // What was late before it ended is not late now; each is written once.
        deadlines: [
          ...endOf(world.deadlines, 'dropped', isLate),
          ...deadlinesAfterTest(
            { ...world, deadlines: world.deadlines.filter((one) => !isLate(one)) },
            found.id,
            units,
            context,
          ),
        ],
        entries: advanced.entries,
        effects: [...(reopens ? [reopenReturn(context, record)] : []), ...showCase(context, record)],
      },
      { caseId: found.id, would: ['open the case again'] },
    );
  },
};

const isLate = ({ state }: DeadlineRecord): boolean => state === 'late';

type OpenedAgain = Readonly<{ data: CaseData; units: readonly UnitRecord[]; reopens: boolean }>;

/**
 * What is decided anew: units that nothing was paid for, and that are not on their way. A Return that is closed in
 * Shopify is opened there; one that was canceled or declined can't be, so another is made once a number is issued.
 */
const openedAgain = (
  before: CaseData,
  { state }: CaseRecord,
  units: readonly UnitRecord[],
  [by, secondPerson, reason]: readonly [string, string, string],
): OpenedAgain => {
  const data: CaseData = { ...before, reopened: (before.reopened ?? 0) + 1 };
  if (data.kind !== 'return') return { data, units: [], reopens: false };
  const isClosed = state === 'closed' || data.parcel !== null;
  return {
    data: { ...data, declined: null, ...(isClosed ? {} : { shopifyReturn: null }) },
    units: units
      .filter((unit) => unit.money !== 'paid')
      .map((unit) => lookedAtAnew(unit, { by, secondPerson, reason })),
    reopens: isClosed && data.shopifyReturn !== null,
  };
};

const lookedAtAnew = (unit: UnitRecord, facts: Partial<PersonFacts>): UnitRecord => {
  const opened = step(inspection, unit.goods, 'reopen', facts);
  if (!opened.ok) return { ...unit, money: 'none' };
  // What is missing may still come; all else is here.
  const here = unit.goods === 'missing' ? null : step(inspection, opened.to, 'counted', {});
  return { ...unit, goods: here?.ok ? here.to : opened.to, money: 'none', result: null, deduction: null };
};

const tell = (record: CaseRecord, text: string, context: Context) =>
  record.thread === null
    ? []
    : [
        say(context, `reopen:${record.id}:${record.version}`, {
          channel: record.thread.channel,
          threadTs: record.thread.ts,
          text,
          caseId: record.id,
          orderId: null,
        }),
      ];
