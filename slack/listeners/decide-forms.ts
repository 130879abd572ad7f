import type { App } from '@slack/bolt';
import { Command } from '../../policy/app/commands.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { amountLike, parseAmount } from '../text/money.ts';
import {
  type DecisionName,
  decideForm,
  decideUnitsForm,
  isDecision,
  receiveBackForm,
} from '../views/forms/decide-forms.ts';
import { onAction } from './action.ts';
import { actOnCase, openCaseForm } from './case-buttons.ts';
import { act, shopOf } from './interaction.ts';
import { type Checked, type Filled, onView, type Submission } from './view.ts';

/** Buttons by which a person decides what the policy leaves to one. Whatever needs a reason opens a form. */
export const decideButtons = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.decide, async (press) => {
    const name = press.action.split(':')[1];
    if (isDecision(name)) await openCaseForm(deps, press, press.value, decideForm(name));
  });
  onAction(bolt, deps, ACTION.decideUnits, (press) => openCaseForm(deps, press, press.value, decideUnitsForm));
  onAction(bolt, deps, ACTION.receiveBack, (press) => openCaseForm(deps, press, press.value, receiveBackForm));
  onAction(bolt, deps, ACTION.confirmExtension, (press) =>
    actOnCase(deps, press, { kind: 'return.confirm', caseId: press.value, agree: press.action.endsWith(':agree') }),
  );
  onAction(bolt, deps, ACTION.confirmReopen, (press) =>
    actOnCase(deps, press, {
      kind: 'case.reopen-confirm',
      caseId: press.value,
      agree: press.action.endsWith(':agree'),
    }),
  );
  onAction(bolt, deps, ACTION.solved, (press) =>
    actOnCase(deps, press, {
      kind: 'return.supply',
      caseId: press.value,
      photos: [],
      solved: press.action.endsWith(':yes'),
    }),
  );
  onAction(bolt, deps, ACTION.find, async (press) => {
    const parsed = Command.safeParse({
      kind: 'delivery.find',
      caseId: press.value,
      finding: press.action.split(':')[1],
    });
    if (parsed.success) await actOnCase(deps, press, parsed.data);
  });
};

const DONE: Checked = { run: async () => undefined };

/** The forms behind those buttons, and the ones of a card's menu. */
export const decideForms = (bolt: App, deps: SlackDeps): void => {
  const run = ({ pressed, id }: Submission, command: Command): Checked => ({
    run: async () => {
      await act(deps, pressed, id, command);
    },
  });

  onView(bolt, deps, CALLBACK.decide, async (submission) => {
    const { memory, filled } = submission;
    const because = filled.text(FIELD.because);
    if (because === undefined) return { errors: { [FIELD.because]: 'Say why, please: it is kept with the case.' } };
    if (!isDecision(memory.field)) return DONE;
    const command = commandOf(memory.field, memory.caseId ?? '', because, filled);
    return 'errors' in command ? command : run(submission, command);
  });

  onView(bolt, deps, CALLBACK.decideUnits, async (submission) => {
    const { filled, memory } = submission;
    const decision = filled.choice(FIELD.result);
    const because = filled.text(FIELD.because);
    if (decision === undefined) return DONE;
    if (because === undefined) return { errors: { [FIELD.because]: 'Say why, please: it is kept with the case.' } };
    const deduction = await amountIn(deps, submission, FIELD.deduction);
    if (typeof deduction === 'string') return { errors: { [FIELD.deduction]: deduction } };
    if (decision === 'deduct' && !deduction) return { errors: { [FIELD.deduction]: 'How much is taken off?' } };
    const unitIds = filled.choices(FIELD.units);
    const parsed = Command.safeParse({
      kind: 'unit.decide',
      caseId: memory.caseId ?? '',
      decision,
      because,
      ...(unitIds.length === 0 ? {} : { unitIds }),
      ...(decision === 'deduct' ? { deduction } : {}),
    });
    return parsed.success ? run(submission, parsed.data) : DONE;
  });

  onView(bolt, deps, CALLBACK.receiveBack, async (submission) => {
    const { memory } = submission;
    const postage = await amountIn(deps, submission, FIELD.postage);
    if (typeof postage === 'string') return { errors: { [FIELD.postage]: postage } };
    const original = await amountIn(deps, submission, FIELD.original);
    if (typeof original === 'string') return { errors: { [FIELD.original]: original } };
    return run(submission, {
      kind: 'parcel.receive',
      caseId: memory.caseId ?? '',
      ...(postage === undefined ? {} : { returnPostage: { paidBy: 'merchant', amount: postage } }),
      ...(original === undefined ? {} : { originalShippingCost: original }),
    });
  });

  onView(bolt, deps, CALLBACK.callOff, async (submission) => {
    const { filled, memory } = submission;
    const caseId = memory.caseId ?? '';
    const because = filled.text(FIELD.because);
    const why = because === undefined ? {} : { because };
    if (filled.choice(FIELD.result) === 'kept') return run(submission, { kind: 'return.cancel', caseId, ...why });
    const labelBy = filled.choice(FIELD.label);
    return labelBy === 'customer' || labelBy === 'merchant'
      ? run(submission, { kind: 'return.lost', caseId, labelBy, ...why })
      : { errors: { [FIELD.label]: 'Say with whose label it travelled.' } };
  });

  onView(bolt, deps, CALLBACK.remedy, async (submission) => {
    const remedy = submission.filled.choice(FIELD.remedy);
    return remedy === 'refund' || remedy === 'exchange'
      ? run(submission, { kind: 'return.remedy', caseId: submission.memory.caseId ?? '', remedy })
      : { errors: { [FIELD.remedy]: 'Refund or exchange, please.' } };
  });

  onView(bolt, deps, CALLBACK.assign, async (submission) => {
    const to = submission.filled.choice(FIELD.to);
    return to === undefined
      ? DONE
      : run(submission, { kind: 'case.assign', caseId: submission.memory.caseId ?? '', to });
  });
};

const commandOf = (
  name: DecisionName,
  caseId: string,
  because: string,
  filled: Filled,
): Command | Readonly<{ errors: Record<string, string> }> => {
  if (name === 'extend') {
    const days = Number(filled.text(FIELD.days));
    return Number.isInteger(days) && days >= 1 && days <= 180
      ? { kind: 'return.extend', caseId, days, because }
      : { errors: { [FIELD.days]: 'From 1 to 180 days, please.' } };
  }
  if (name === 'issue') return { kind: 'return.issue', caseId, because };
  if (name === 'issue_charge' || name === 'issue_waive')
    return { kind: 'return.issue', caseId, because, carriage: name === 'issue_charge' ? 'charge' : 'waive' };
  if (name === 'no_photos') return { kind: 'return.supply', caseId, photos: [], photosWaived: because };
  if (name === 'ship_first') return { kind: 'exchange.ship-first', caseId, because };
  if (name === 'write_off') return { kind: 'exchange.write-off', caseId, because };
  if (name === 'reopen') return { kind: 'case.reopen', caseId, because };
  if (name === 'withdraw') return { kind: 'cancellation.withdraw', caseId, because };
  if (name === 'void_links') return { kind: 'links.revoke', caseId, because };
  if (name !== 'decline') return { kind: 'return.judge', caseId, answer: name, because };
  const clause = filled.choice(FIELD.clause);
  const parsed = Command.safeParse({
    kind: 'return.decline',
    caseId,
    because,
    ...(clause === undefined ? {} : { clause }),
  });
  return parsed.success ? parsed.data : { errors: { [FIELD.clause]: 'Choose a clause of the policy.' } };
};

/** Minor units of the order's currency; undefined where nothing was typed, and in words what is wrong where it is no amount. */
const amountIn = async (
  deps: SlackDeps,
  { pressed, memory, filled }: Submission,
  field: string,
): Promise<number | undefined | string> => {
  const typed = filled.text(field);
  if (typed === undefined) return undefined;
  const shop = await shopOf(deps, pressed.team);
  const detail = shop === null ? null : await deps.read.caseDetail(shop, memory.caseId ?? '');
  if (detail === null) return 'This case is not here any more.';
  return parseAmount(typed, detail.order.currency) ?? amountLike(detail.order.currency);
};
