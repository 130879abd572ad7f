import type { App } from '@slack/bolt';
import { type Command, InspectionResults } from '../../policy/app/commands.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { EvidenceRef } from '../../policy/app/records.ts';
import { atHour } from '../../policy/days/deadline.ts';
import type { SlackDeps } from '../deps.ts';
import { storeFiles } from '../files/download.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { amountLike, parseAmount } from '../text/money.ts';
import type { View } from '../views/blocks.ts';
import { inspectionForm, noteForm, photosForm, trackingForm } from '../views/forms/case-forms.ts';
import { caseView, historyView } from '../views/forms/case-view.ts';
import { assignForm, callOffForm, decideForm } from '../views/forms/decide-forms.ts';
import type { FormMemory } from '../views/forms/inputs.ts';
import { remedyForm } from '../views/forms/remedy-form.ts';
import { onAction, type Press } from './action.ts';
import { act, type Pressed, shopForStaff, shopOf, tellPresser } from './interaction.ts';
import { type Checked, onView, type Submission } from './view.ts';

const memoryFor = (pressed: Pressed, caseId: string): FormMemory => ({
  caseId,
  ...(pressed.channel === null ? {} : { channel: pressed.channel }),
  ...(pressed.threadTs === null ? {} : { threadTs: pressed.threadTs }),
});

/** Opens a form about a case; from within a modal it is laid on top. */
export const openCaseForm = async (
  deps: SlackDeps,
  { pressed, client }: Press,
  caseId: string,
  view: (detail: CaseDetail, memory: FormMemory) => View,
): Promise<void> => {
  const shop = await shopForStaff(deps, pressed);
  if (shop === null) return;
  const detail = await deps.read.caseDetail(shop, caseId);
  if (detail === null) return tellPresser(deps, pressed, 'This case is not here any more.');
  if (pressed.triggerId === null) return;
  const request = { trigger_id: pressed.triggerId, view: view(detail, memoryFor(pressed, caseId)) };
  await (pressed.inModal ? client.views.push(request) : client.views.open(request));
};

/** A press in a case that is looked at in a window: the window shows what came of it. */
export const actOnCase = async (deps: SlackDeps, press: Press, command: Command): Promise<void> => {
  const { pressed, id, value, body, client } = press;
  const outcome = await act(deps, pressed, id, command);
  if (outcome?.status !== 'done' || body.view?.callback_id !== CALLBACK.caseView) return;
  const shop = await shopOf(deps, pressed.team);
  const detail = shop === null ? null : await deps.read.caseDetail(shop, value);
  if (detail !== null) await client.views.update({ view_id: body.view.id, view: caseView(detail) });
};

type CaseForm = Parameters<typeof openCaseForm>[3];

/** What the menu of a card opens. */
const menuForm = async (deps: SlackDeps, press: Press, what: string | undefined): Promise<CaseForm> => {
  switch (what) {
    case 'note':
      return noteForm;
    case 'reopen':
      return decideForm('reopen');
    case 'extend':
      return decideForm('extend');
    case 'off':
      return callOffForm;
    case 'remedy':
      return remedyForm;
    case 'withdraw':
    case 'void_links':
      return decideForm(what);
    case 'assign': {
      const shop = await shopOf(deps, press.pressed.team);
      return assignForm(shop === null ? [] : await deps.read.people(shop));
    }
    default:
      return historyView;
  }
};

/** Buttons of a case's card. */
export const caseButtons = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.receive, (press) =>
    actOnCase(deps, press, { kind: 'parcel.receive', caseId: press.value }),
  );
  onAction(bolt, deps, ACTION.retry, (press) => actOnCase(deps, press, { kind: 'case.retry', caseId: press.value }));
  onAction(bolt, deps, ACTION.secondLook, (press) =>
    actOnCase(deps, press, { kind: 'unit.confirm', caseId: press.value, agree: press.action.endsWith(':agree') }),
  );
  onAction(bolt, deps, ACTION.track, (press) => openCaseForm(deps, press, press.value, trackingForm));
  onAction(bolt, deps, ACTION.inspect, (press) => openCaseForm(deps, press, press.value, inspectionForm));
  onAction(bolt, deps, ACTION.photos, (press) => openCaseForm(deps, press, press.value, photosForm));
  onAction(bolt, deps, ACTION.openCase, (press) => openCaseForm(deps, press, press.value, caseView));
  onAction(bolt, deps, ACTION.more, async (press) => {
    const [what, caseId = ''] = press.value.split(':');
    await openCaseForm(deps, press, caseId, await menuForm(deps, press, what));
  });
};

/** The beginning of a local day of the shop's: days are what counts (P21). */
const startOf = async (
  deps: SlackDeps,
  pressed: Pressed,
  caseId: string | undefined,
  date: string,
): Promise<string> => {
  const shop = await shopOf(deps, pressed.team);
  const detail = shop === null ? null : await deps.read.caseDetail(shop, caseId ?? '');
  return atHour(date, 0, detail?.shop.timeZone ?? 'UTC');
};

/** The photos of a form; what can't be kept is said. */
const photosKept = async (
  deps: SlackDeps,
  shop: string,
  { pressed, filled, token }: Pick<Submission, 'pressed' | 'filled' | 'token'>,
): Promise<EvidenceRef[]> => {
  const files = filled.files(FIELD.photos);
  if (files.length === 0 || token === null) return [];
  const { stored, refused } = await storeFiles(deps, shop, token, files);
  if (refused.length > 0) await tellPresser(deps, pressed, `Not kept: ${refused.join('; ')}`);
  return [...stored];
};

/** Forms about a case: tracking, test result, note. */
export const caseForms = (bolt: App, deps: SlackDeps): void => {
  onView(bolt, deps, CALLBACK.tracking, async ({ pressed, memory, filled, id }): Promise<Checked> => {
    const number = filled.text(FIELD.number) ?? '';
    const url = filled.text(FIELD.url);
    const carrier = filled.text(FIELD.carrier);
    const handedOver = filled.date(FIELD.acceptedAt);
    if (number.length < 3) return { errors: { [FIELD.number]: 'A tracking number has at least three characters.' } };
    if (url !== undefined && !/^https?:\/\//i.test(url))
      return { errors: { [FIELD.url]: 'A web address beginning with https://, please.' } };
    return {
      run: async () => {
        await act(deps, pressed, id, {
          kind: 'return.track',
          caseId: memory.caseId ?? '',
          number,
          ...(carrier === undefined ? {} : { carrier }),
          ...(url === undefined ? {} : { url }),
          ...(handedOver === undefined ? {} : { acceptedAt: await startOf(deps, pressed, memory.caseId, handedOver) }),
        });
      },
    };
  });

  onView(bolt, deps, CALLBACK.note, async ({ pressed, memory, filled, id }) => {
    const text = filled.text(FIELD.note);
    if (text === undefined) return { errors: { [FIELD.note]: 'Write something, please.' } };
    return {
      run: async () => {
        await act(deps, pressed, id, { kind: 'case.note', caseId: memory.caseId ?? '', text });
      },
    };
  });

  onView(bolt, deps, CALLBACK.photos, async (submission): Promise<Checked> => {
    const { pressed, memory, filled, id } = submission;
    const shop = await shopOf(deps, pressed.team);
    if (shop === null || filled.files(FIELD.photos).length === 0)
      return { errors: { [FIELD.photos]: 'At least one photo, please.' } };
    return {
      run: async () => {
        const photos = await photosKept(deps, shop, submission);
        if (photos.length > 0)
          await act(deps, pressed, id, { kind: 'return.supply', caseId: memory.caseId ?? '', photos });
      },
    };
  });

  onView(bolt, deps, CALLBACK.inspection, async (submission): Promise<Checked> => {
    const { pressed, memory, filled, id } = submission;
    const shop = await shopOf(deps, pressed.team);
    const detail = shop === null ? null : await deps.read.caseDetail(shop, memory.caseId ?? '');
    const result = InspectionResults.safeParse(filled.choice(FIELD.result));
    if (shop === null || detail === null || !result.success)
      return { errors: { [FIELD.result]: 'Choose what the test found.' } };
    const typed = filled.text(FIELD.deduction);
    const deduction = typed === undefined ? null : parseAmount(typed, detail.order.currency);
    if (typed !== undefined && deduction === null)
      return { errors: { [FIELD.deduction]: amountLike(detail.order.currency) } };
    const unitIds = filled.choices(FIELD.units);
    const note = filled.text(FIELD.note);
    return {
      run: async () => {
        await act(deps, pressed, id, {
          kind: 'unit.inspect',
          caseId: detail.case.id,
          result: result.data,
          photos: await photosKept(deps, shop, submission),
          ...(unitIds.length === 0 ? {} : { unitIds: [...unitIds] }),
          ...(deduction === null ? {} : { deduction }),
          ...(note === undefined ? {} : { note }),
        });
      },
    };
  });
};
