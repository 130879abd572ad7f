import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { storeFiles } from '../files/download.ts';
import { CALLBACK, FIELD } from '../ids.ts';
import { readParcelNumber } from '../talk/parcel-number.ts';
import { parcelDeskForm } from '../views/forms/parcel-forms.ts';
import { act, type Pressed, shopForStaff, shopOf, tellPresser } from './interaction.ts';
import { type Checked, type Filled, onView, type Submission } from './view.ts';

/** `/makegood parcel [number]`: the dock's form, with what is wrong with a number that was typed already. */
export const openParcelDesk = async (deps: SlackDeps, pressed: Pressed, typed: string): Promise<void> => {
  const shop = await shopForStaff(deps, pressed);
  if (shop === null || pressed.triggerId === null) return;
  const read = await readParcelNumber(deps, shop, typed);
  await pressed.client.views.open({
    trigger_id: pressed.triggerId,
    view: parcelDeskForm(
      typed.slice(0, 60),
      read.kind === 'problem' ? read.because : null,
      pressed.channel === null ? {} : { channel: pressed.channel },
    ),
  });
};

/** What was read on and in a parcel, as the commands take it. */
export const cluesOf = (filled: Filled) => ({
  tracking: filled.text(FIELD.tracking) ?? null,
  senderName: filled.text(FIELD.senderName) ?? null,
  senderPhone: filled.text(FIELD.senderPhone) ?? null,
  orderNumber: filled.text(FIELD.orderNumber) ?? null,
  note: filled.text(FIELD.note) ?? null,
});

/** A good number of a case that waits is received at once; everything else goes into quarantine, or back to the field. */
export const parcelDesk = (bolt: App, deps: SlackDeps): void => {
  onView(bolt, deps, CALLBACK.parcelDesk, async (submission): Promise<Checked> => {
    const { pressed, filled, id, memory } = submission;
    const shop = await shopOf(deps, pressed.team);
    if (shop === null) return { errors: { [FIELD.number]: 'This workspace is not connected to a shop.' } };
    const written = filled.text(FIELD.number) ?? '';
    const read = await readParcelNumber(deps, shop, written);
    if (read.kind === 'expected') {
      const { detail, rma } = read;
      return {
        run: async () => {
          const outcome = await act(deps, pressed, id, {
            kind: 'parcel.receive',
            caseId: detail.case.id,
            rmaMarked: true,
          });
          if (outcome?.status === 'done')
            await tellPresser(deps, pressed, `${rma} (${detail.case.orderName}) is taken in. Next: the test.`);
        },
      };
    }
    if (read.kind === 'problem' && filled.choices(FIELD.keepApart).length === 0)
      return { errors: { [FIELD.number]: `${read.because} If it says exactly this, tick the box below.` } };
    return {
      run: async () => {
        const outcome = await act(deps, pressed, id, {
          kind: 'parcel.quarantine',
          written: written === '' ? null : written,
          problem: read.kind === 'problem' ? read.problem : 'unmarked',
          ...cluesOf(filled),
          photos: [...(await photosOf(deps, shop, submission))],
          channel: memory.channel ?? null,
        });
        if (outcome?.status === 'done')
          await tellPresser(deps, pressed, 'The parcel is in quarantine. Write its number (on the card) on the shelf.');
      },
    };
  });
};

const photosOf = async (deps: SlackDeps, shop: string, { filled, token, pressed }: Submission) => {
  const files = filled.files(FIELD.photos);
  if (files.length === 0 || token === null) return [];
  const { stored, refused } = await storeFiles(deps, shop, token, files);
  if (refused.length > 0) await tellPresser(deps, pressed, `Not kept: ${refused.join('; ')}`);
  return stored;
};
