import type { App } from '@slack/bolt';
import { Command } from '../../policy/app/commands.ts';
import type { ParcelRecord } from '../../policy/app/parcels.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import type { View } from '../views/blocks.ts';
import type { FormMemory } from '../views/forms/inputs.ts';
import { parcelCloseForm, parcelDescribeForm, parcelHoldForm, parcelMatchForm } from '../views/forms/parcel-forms.ts';
import { onAction, type Press } from './action.ts';
import { act, shopForStaff, tellPresser } from './interaction.ts';
import { cluesOf } from './parcel-desk.ts';
import { type Checked, onView } from './view.ts';

type ParcelForm = (parcel: ParcelRecord, memory: FormMemory) => View;

const FORMS: Readonly<Record<string, ParcelForm>> = {
  describe: parcelDescribeForm,
  hold: parcelHoldForm,
  close: parcelCloseForm,
};

const openForm = async (deps: SlackDeps, { pressed, client }: Press, parcelId: string, form: ParcelForm) => {
  const shop = await shopForStaff(deps, pressed);
  if (shop === null || pressed.triggerId === null) return;
  const view = await deps.parcels.parcel(shop, parcelId);
  if (view === null) return tellPresser(deps, pressed, 'This parcel is not here any more.');
  const memory = {
    ...(pressed.channel === null ? {} : { channel: pressed.channel }),
    ...(pressed.messageTs === null ? {} : { threadTs: pressed.messageTs }),
  };
  await client.views.open({ trigger_id: pressed.triggerId, view: form(view.parcel, memory) });
};

/** Buttons of a parcel in quarantine, and the forms behind them. What is pressed is checked again where it is handled. */
export const parcelButtons = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.matchParcel, async ({ pressed, id, value }) => {
    const [parcelId = '', caseId = ''] = value.split(':');
    await act(deps, pressed, id, { kind: 'parcel.match', parcelId, caseId });
  });
  onAction(bolt, deps, ACTION.askSender, async ({ pressed, id, value }) => {
    const [parcelId = '', orderId = ''] = value.split(':');
    const command = Command.safeParse({ kind: 'parcel.ask-sender', parcelId, orderId });
    if (command.success) await act(deps, pressed, id, command.data);
  });
  onAction(bolt, deps, ACTION.matchOther, (press) => openForm(deps, press, press.value, parcelMatchForm));
  onAction(bolt, deps, ACTION.parcelForm, async (press) => {
    const [what = '', parcelId = ''] = press.value.split(':');
    const form = FORMS[what];
    if (form !== undefined) await openForm(deps, press, parcelId, form);
  });

  onView(bolt, deps, CALLBACK.parcelMatch, async ({ pressed, memory, filled, id }): Promise<Checked> => {
    const caseId = filled.choice(FIELD.rma);
    if (caseId === undefined) return { errors: { [FIELD.rma]: 'Choose a return from the list.' } };
    return done(() => act(deps, pressed, id, { kind: 'parcel.match', parcelId: memory.parcelId ?? '', caseId }));
  });
  onView(
    bolt,
    deps,
    CALLBACK.parcelDescribe,
    async ({ pressed, memory, filled, id }): Promise<Checked> =>
      done(() =>
        act(deps, pressed, id, { kind: 'parcel.describe', parcelId: memory.parcelId ?? '', ...cluesOf(filled) }),
      ),
  );
  onView(bolt, deps, CALLBACK.parcelHold, async ({ pressed, memory, filled, id }): Promise<Checked> => {
    const days = Number(filled.text(FIELD.days));
    if (!Number.isInteger(days) || days < 1 || days > 365)
      return { errors: { [FIELD.days]: 'From 1 to 365 days, please.' } };
    return done(() => act(deps, pressed, id, { kind: 'parcel.hold', parcelId: memory.parcelId ?? '', days }));
  });
  onView(bolt, deps, CALLBACK.parcelClose, async ({ pressed, memory, filled, id }): Promise<Checked> => {
    const because = filled.text(FIELD.because);
    if (because === undefined) return { errors: { [FIELD.because]: 'Say why, please: it is kept.' } };
    const command = Command.safeParse({
      kind: 'parcel.close',
      parcelId: memory.parcelId ?? '',
      how: filled.choice(FIELD.result),
      because,
    });
    return command.success
      ? done(() => act(deps, pressed, id, command.data))
      : { errors: { [FIELD.result]: 'Choose what becomes of it.' } };
  });
};

const done = (run: () => Promise<unknown>): Checked => ({
  run: async () => {
    await run();
  },
});
