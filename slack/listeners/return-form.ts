import type { App } from '@slack/bolt';
import type { OrderView } from '../../policy/app/read-model.ts';
import type { EvidenceRef } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { storeFiles } from '../files/download.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { interpret } from '../interpret/index.ts';
import { bindItems } from '../talk/bind-items.ts';
import { REASON_WORDS } from '../text/words.ts';
import type { FormMemory } from '../views/forms/inputs.ts';
import { type ReturnFormValues, returnForm } from '../views/forms/return-form.ts';
import { onAction } from './action.ts';
import { startThread } from './anchor.ts';
import { act, type Pressed, shopForStaff, shopOf, tellPresser } from './interaction.ts';
import { linesFilled } from './lines-filled.ts';
import { filledIn, memoryOf, onView, type Submission } from './view.ts';

/** Opens the form for a return, prefilled from a text: an order number, or a whole sentence. */
export const openReturnForm = async (
  deps: SlackDeps,
  pressed: Pressed,
  text: string,
  memory: FormMemory,
): Promise<void> => {
  const { client, triggerId } = pressed;
  if (triggerId === null) return;
  const shop = await shopForStaff(deps, pressed);
  if (shop === null) return;
  const meaning = interpret(/^\s*#?\d+\s*$/.test(text) ? `rma for order ${text.replace(/\D/g, '')}` : `rma: ${text}`);
  const name = 'order' in meaning ? meaning.order : undefined;
  const order: OrderView | null = name === undefined ? null : await deps.read.orderByName(shop, name);
  const request = meaning.intent === 'rma.request' ? meaning : null;
  const bound = order !== null && request?.items !== undefined ? bindItems(order.facts, request.items, 'return') : null;
  const values: ReturnFormValues = {
    ...(request?.reason === undefined ? {} : { reason: request.reason }),
    ...(request?.outcome === undefined ? {} : { remedy: request.outcome }),
    ...(bound?.ok === true ? { lines: bound.lines } : {}),
  };
  await client.views.open({ trigger_id: triggerId, view: returnForm(order?.facts ?? null, values, memory) });
};

const valuesOf = ({ filled }: Pick<Submission, 'filled'>): ReturnFormValues => {
  const done = filled.choice(FIELD.troubleshooting);
  const reason = filled.choice(FIELD.reason);
  const remedy = filled.choice(FIELD.remedy);
  const because = filled.text(FIELD.because);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(because === undefined ? {} : { because }),
    ...(done === undefined ? {} : { troubleshootingDone: done === 'yes' }),
  };
};

const photosOf = async (deps: SlackDeps, shop: string, submission: Submission): Promise<readonly EvidenceRef[]> => {
  const files = submission.filled.files(FIELD.photos);
  if (files.length === 0 || submission.token === null) return [];
  const { stored, refused } = await storeFiles(deps, shop, submission.token, files);
  if (refused.length > 0) await tellPresser(deps, submission.pressed, `Not kept: ${refused.join('; ')}`);
  return stored;
};

/** The form: the order is chosen, the rest is filled in, and what comes of it is shown as a proposal. */
export const returnFormListeners = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.order, async ({ pressed, value, body, client }) => {
    const { view } = body;
    const shop = await shopForStaff(deps, pressed);
    if (view === undefined || shop === null) return;
    const order = await deps.read.order(shop, value);
    const filled = filledIn(view.state.values);
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: returnForm(order?.facts ?? null, valuesOf({ filled }), memoryOf(view.private_metadata)),
    });
  });

  onView(bolt, deps, CALLBACK.returnForm, async (submission) => {
    const { pressed, memory, filled, id } = submission;
    const shop = await shopOf(deps, pressed.team);
    const orderId = filled.choice(FIELD.order) ?? memory.orderId;
    const order = shop === null || orderId === undefined ? null : await deps.read.order(shop, orderId);
    if (shop === null || order === null) return { errors: { [FIELD.order]: 'Choose an order from the list.' } };
    const lines = linesFilled(order.facts, 'return', filled, FIELD.reason);
    if ('errors' in lines) return lines;
    const values = valuesOf(submission);
    const email = filled.text('email');
    return {
      run: async () => {
        const photos = await photosOf(deps, shop, submission);
        const fields = {
          ...values,
          lines: lines.lines,
          ...(photos.length === 0 ? {} : { photos }),
          ...(email === undefined ? {} : { contact: { email } }),
        };
        if (memory.proposalId !== undefined) {
          await act(deps, pressed, id, { kind: 'proposal.amend', proposalId: memory.proposalId, fields });
          return;
        }
        const words = `return for ${order.facts.name}, ${(REASON_WORDS[values.reason as keyof typeof REASON_WORDS] ?? 'no reason given').toLowerCase()}`;
        const thread =
          memory.channel !== undefined && memory.threadTs !== undefined
            ? { channel: memory.channel, ts: memory.threadTs }
            : await startThread(submission.client, memory.channel ?? null, pressed.user, words);
        await act(deps, pressed, id, {
          kind: 'proposal.make',
          key: `form:${pressed.team}:${submission.viewId}`,
          draft: { kind: 'return.open', orderId: order.facts.id, ...fields },
          thread,
        });
      },
    };
  });
};
