import { describe, expect, it } from 'vitest';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import { ACTION, CALLBACK } from '../../../slack/ids.ts';
import { blocksAreTooLong, checkMessageBlocks, checkView } from '../../sandbox/slack/block-kit.ts';
import { gallery } from '../support/gallery.ts';

/** What the pictures are drawn of is all there is, and Slack takes it. */
const [ordinary, longest] = [gallery('ordinary'), gallery('longest')];
const everything = JSON.stringify([ordinary, longest]);

/** A kind of message that is not here does not compile: its name, and by which pictures it is seen. */
const KINDS: Readonly<Record<StaffMessage['kind'], string>> = {
  proposal: 'proposal-cancel',
  case: 'case-return-authorized',
  approval: 'approval',
  parcel: 'parcel-unmarked',
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
