import { describe, expect, it } from 'vitest';
import { type StepName, stepsOf } from '../../../policy/app/case-steps.ts';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import { ACTION, CALLBACK } from '../../../slack/ids.ts';
import { caseActions } from '../../../slack/views/case-actions.ts';
import { menuRest } from '../../../slack/views/case-menu.ts';
import { blocksAreTooLong, checkMessageBlocks, checkView } from '../../sandbox/slack/block-kit.ts';
import { gallery } from '../support/gallery.ts';

/** What the pictures are drawn of is all there is, and Slack takes it. */
const [ordinary, longest] = [gallery('ordinary'), gallery('longest')];
const everything = JSON.stringify([ordinary.messages, ordinary.unfurls, ordinary.modals, ordinary.homes]);

/** A kind of message that is not here does not compile: its name, and by which pictures it is seen. */
const KINDS: Readonly<Record<StaffMessage['kind'], string>> = {
  proposal: 'proposal-cancel',
  case: 'case-return-authorized',
  approval: 'approval',
  parcel: 'parcel-unmarked',
  digest: 'digest-of-the-shop',
  burst: 'burst-of-three',
  say: 'help',
};

describe('the pictures', () => {
  it.each(Object.entries(KINDS))('show what is said of a %s', (_, name) => {
    expect(Object.keys(ordinary.messages)).toContain(name);
  });

  it.each(Object.values(CALLBACK))('show the window %s', (callback) => {
    expect(Object.values(ordinary.modals).map(({ callback_id: id }) => id)).toContain(callback);
  });

  it.each(Object.values(ACTION))('show the button %s', (action) => {
    expect(everything).toMatch(new RegExp(`"action_id":"${action.replaceAll('.', '\\.')}[:"]`));
  });
});

/** What is pressed for each step, on the card, in its menu, or behind that. */
const PRESSED: Readonly<Record<StepName, string>> = {
  receive: 'parcel.receive"',
  'receive-part': 'parcel.receive-part',
  'receive-back': 'delivery.receive',
  track: 'return.track',
  inspect: 'unit.inspect',
  'second-look': 'unit.confirm:agree',
  'decide-units': 'unit.decide',
  find: 'delivery.find:refused',
  extend: 'extend',
  'agree-extension': 'return.confirm:agree',
  decline: 'case.decide:decline',
  'call-off': 'off:',
  lost: 'off:',
  'accept-late': 'case.decide:accept_late',
  goodwill: 'case.decide:goodwill',
  charge: 'case.decide:charge',
  waive: 'case.decide:waive',
  answer: 'backorder.form:refund',
  eta: 'backorder.form:eta',
  discontinued: 'backorder.form:discontinued',
  release: 'backorder.release',
  issue: 'case.decide:issue"',
  'issue-charge': 'case.decide:issue_charge',
  'issue-waive': 'case.decide:issue_waive',
  photos: 'case.photos',
  'no-photos': 'case.decide:no_photos',
  solved: 'case.solved:yes',
  'not-solved': 'case.solved:no',
  remedy: 'remedy:',
  convert: 'exchange.convert:refund',
  'ship-first': 'case.decide:ship_first',
  'write-off': 'case.decide:write_off',
  withdraw: 'withdraw:',
  attribute: 'refund.attribute',
  settle: 'refund.settle',
  stop: 'refund.stop',
  delegate: 'refund.delegate',
  retry: 'case.retry',
  reopen: 'reopen:',
  'agree-reopen': 'case.reopen:agree',
  assign: 'assign:',
  'void-links': 'void_links:',
};
/** On the card of the approval itself. */
const ELSEWHERE: readonly StepName[] = ['stop', 'delegate'];

describe('a step that a page offers, a card offers too', () => {
  it.each(Object.entries(ordinary.cases))('%s', (_, detail) => {
    const pressable = JSON.stringify([...caseActions(detail), ...menuRest(detail)]);
    const missing = stepsOf(detail).filter((step) => !ELSEWHERE.includes(step) && !pressable.includes(PRESSED[step]));
    expect(missing).toEqual([]);
  });
});

describe.each([
  ['ordinary', ordinary],
  ['longest', longest],
])('with the %s data Slack takes', (_, { messages, unfurls, modals, homes }) => {
  it.each(Object.entries(messages))('%s', (__, { blocks }) => {
    expect(checkMessageBlocks(blocks)).toEqual([]);
    expect(blocksAreTooLong(blocks)).toBe(false);
  });
  it.each(Object.entries(unfurls))('the link to %s', (__, blocks) => {
    expect(checkMessageBlocks(blocks as never)).toEqual([]);
  });
  it.each(Object.entries(modals))('the window %s', (__, view) => {
    expect(checkView(view, 'modal')).toEqual([]);
  });
  it.each(Object.entries(homes))('the Home of %s', (__, view) => {
    expect(checkView(view, 'home')).toEqual([]);
  });
});
