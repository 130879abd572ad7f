import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { SlackDeps } from '../../slack/deps.ts';
import { ACTION, CALLBACK } from '../../slack/ids.ts';
import { registerListeners } from '../../slack/listeners/index.ts';
import { gallery } from './support/gallery.ts';

/** What Slack shows as a button that does nothing, or a window that will not close, is an id that nobody listens to. */

const actions: RegExp[] = [];
const views: string[] = [];
const nothing = (): void => undefined;
const bolt = {
  action: (pattern: RegExp) => void actions.push(pattern),
  view: (which: { callback_id: string }) => void views.push(which.callback_id),
  options: nothing,
  event: nothing,
  command: nothing,
  shortcut: nothing,
};
registerListeners(bolt as unknown as App, {} as SlackDeps);

describe('what can be pressed is heard', () => {
  it.each(Object.values(ACTION))('%s', (id) => {
    expect(actions.filter((pattern) => pattern.test(id))).not.toEqual([]);
  });
});

/** Windows with a button to send them. */
const sent = Object.values(gallery('ordinary').modals).flatMap(({ submit, callback_id: id }) => (submit ? [id] : []));

describe('what can be sent is heard', () => {
  it.each(Object.values(CALLBACK).filter((id) => sent.includes(id)))('%s', (id) => {
    expect(views).toContain(id);
  });
});
