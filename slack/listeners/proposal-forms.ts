import type { App } from '@slack/bolt';
import type { ProposalRecord } from '../../policy/app/records.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import type { SlackDeps } from '../deps.ts';
import { storeFiles } from '../files/download.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { amountLike, parseAmount } from '../text/money.ts';
import { draftView } from '../views/draft.ts';
import { factForm } from '../views/forms/fact-form.ts';
import type { FormMemory } from '../views/forms/inputs.ts';
import { askable } from '../views/forms/lines.ts';
import { returnForm } from '../views/forms/return-form.ts';
import { onAction } from './action.ts';
import { act, type Pressed, shopForStaff, tellPresser } from './interaction.ts';
import { linesFilled } from './lines-filled.ts';
import { type Checked, onView, type Submission } from './view.ts';

type Opened = Readonly<{ shop: string; proposal: ProposalRecord; order: OrderFacts | null }>;

const openProposal = async (deps: SlackDeps, pressed: Pressed, proposalId: string): Promise<Opened | null> => {
  const shop = await shopForStaff(deps, pressed);
  if (shop === null) return null;
  const proposal = await deps.read.proposal(shop, proposalId);
  if (proposal === null || proposal.state !== 'open') {
    await tellPresser(deps, pressed, 'This proposal is no longer open: ask again.');
    return null;
  }
  const order = proposal.orderId === null ? null : await deps.read.order(shop, proposal.orderId);
  return { shop, proposal, order: order?.facts ?? null };
};

const memoryFor = (pressed: Pressed, proposalId: string): FormMemory => ({
  proposalId,
  ...(pressed.channel === null ? {} : { channel: pressed.channel }),
  ...(pressed.threadTs === null ? {} : { threadTs: pressed.threadTs }),
});

const purposeOf = (proposal: ProposalRecord): 'cancel' | 'return' =>
  ['cancellation.request', 'backorder.report'].includes(proposal.draft.kind) ? 'cancel' : 'return';

/** Buttons that open a form: one missing fact, or the whole return. */
export const proposalForms = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.ask, async ({ pressed, value, action, client }) => {
    const field = action.slice(ACTION.ask.length + 1);
    const opened = await openProposal(deps, pressed, value);
    if (opened === null || pressed.triggerId === null) return;
    const chosen = draftView(opened.proposal.draft).lines ?? [];
    await client.views.open({
      trigger_id: pressed.triggerId,
      view: factForm(field, opened.order, purposeOf(opened.proposal), chosen, memoryFor(pressed, value)),
    });
  });

  onAction(bolt, deps, ACTION.edit, async ({ pressed, value, client }) => {
    const opened = await openProposal(deps, pressed, value);
    if (opened === null || pressed.triggerId === null) return;
    const { draft } = opened.proposal;
    const view = draftView(draft);
    await client.views.open({
      trigger_id: pressed.triggerId,
      view: returnForm(
        opened.order,
        {
          ...(view.reason === undefined ? {} : { reason: view.reason }),
          ...(view.remedy === undefined ? {} : { remedy: view.remedy }),
          ...(view.because === undefined ? {} : { because: view.because }),
          ...(view.lines === undefined ? {} : { lines: view.lines }),
          ...(typeof draft.troubleshootingDone === 'boolean' ? { troubleshootingDone: draft.troubleshootingDone } : {}),
        },
        memoryFor(pressed, value),
      ),
    });
  });

  onView(bolt, deps, CALLBACK.facts, async (submission) => {
    const { pressed, memory, id } = submission;
    const opened = await openProposal(deps, pressed, memory.proposalId ?? '');
    if (opened === null) return { run: async () => undefined };
    return factGiven(deps, submission, opened, memory.field ?? '', async (fields) => {
      await act(deps, pressed, id, { kind: 'proposal.amend', proposalId: opened.proposal.id, fields });
    });
  });
};

type Amend = (fields: Record<string, unknown>) => Promise<void>;

const asAmount = (typed: string | undefined, order: OrderFacts | null): number | null =>
  typed === undefined || order === null ? null : parseAmount(typed, order.currency);

/** One fact, checked at its field, put where the draft has it. */
const factGiven = async (
  deps: SlackDeps,
  submission: Submission,
  opened: Opened,
  field: string,
  amend: Amend,
): Promise<Checked> => {
  const { filled } = submission;
  const { order, proposal } = opened;
  const typed = filled.text(FIELD.fact);
  const draft = proposal.draft as Readonly<Record<string, Record<string, unknown> | undefined>>;
  switch (field) {
    case 'lines': {
      // A form without fields can only be closed.
      if (order === null || askable(order, purposeOf(proposal)).length === 0) return { run: async () => undefined };
      const lines = linesFilled(order, purposeOf(proposal), filled, FIELD.fact);
      return 'errors' in lines ? lines : { run: () => amend({ lines: lines.lines }) };
    }
    case 'photos':
      return { run: () => attach(deps, submission, opened, amend) };
    case 'originalShippingCost':
    case 'returnPostage.amount': {
      const minor = asAmount(typed, order);
      if (minor === null) return { errors: { [FIELD.fact]: amountLike(order?.currency ?? 'USD') } };
      return {
        run: () =>
          amend(
            field === 'originalShippingCost'
              ? { originalShippingCost: minor }
              : { returnPostage: { paidBy: 'merchant', ...draft.returnPostage, amount: minor } },
          ),
      };
    }
    case 'days': {
      const days = Number(typed);
      return Number.isInteger(days) && days > 0
        ? { run: () => amend({ days }) }
        : { errors: { [FIELD.fact]: 'A whole number of days, please.' } };
    }
    case 'eta': {
      const eta = filled.date(FIELD.fact);
      return eta === undefined ? { errors: { [FIELD.fact]: 'Choose a date, please.' } } : { run: () => amend({ eta }) };
    }
    case 'fulfillmentId': {
      const parcel = filled.choice(FIELD.fact);
      return parcel === undefined ? { run: async () => undefined } : { run: () => amend({ fulfillmentId: parcel }) };
    }
    case 'contact.email':
    case 'contact':
      return { run: () => amend({ contact: { ...draft.contact, email: typed } }) };
    default:
      return typed === undefined
        ? { errors: { [FIELD.fact]: 'Fill this in, please.' } }
        : { run: () => amend({ [field.split('.')[0] ?? field]: typed }) };
  }
};

const attach = async (deps: SlackDeps, submission: Submission, opened: Opened, amend: Amend): Promise<void> => {
  if (submission.token === null) return;
  const { stored, refused } = await storeFiles(
    deps,
    opened.shop,
    submission.token,
    submission.filled.files(FIELD.fact),
  );
  if (refused.length > 0) await tellPresser(deps, submission.pressed, `Not kept: ${refused.join('; ')}`);
  if (stored.length > 0) await amend({ photos: stored });
};
