import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { backorderButtons } from './backorder-buttons.ts';
import { caseButtons, caseForms } from './case-buttons.ts';
import { commands } from './commands.ts';
import { decideButtons, decideForms } from './decide-forms.ts';
import { findOrderListeners } from './find-order.ts';
import { home } from './home.ts';
import { messages } from './messages.ts';
import { moneyForms } from './money-forms.ts';
import { options } from './options.ts';
import { parcelButtons } from './parcel-buttons.ts';
import { parcelDesk } from './parcel-desk.ts';
import { proposalButtons } from './proposal-buttons.ts';
import { proposalForms } from './proposal-forms.ts';
import { refundButtons } from './refund-buttons.ts';
import { returnFormListeners } from './return-form.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { startReturn } from './start-return.ts';
import { stopListener } from './stop.ts';
import { suggestions } from './suggestions.ts';
import { unfurl } from './unfurl.ts';
import { uninstalled } from './uninstalled.ts';
import { userGroups } from './user-groups.ts';

const LISTENERS = [
  messages,
  commands,
  shortcuts,
  options,
  findOrderListeners,
  proposalButtons,
  proposalForms,
  returnFormListeners,
  startReturn,
  refundButtons,
  caseButtons,
  caseForms,
  backorderButtons,
  decideButtons,
  decideForms,
  parcelDesk,
  parcelButtons,
  moneyForms,
  home,
  settings,
  suggestions,
  userGroups,
  uninstalled,
  unfurl,
  stopListener,
] as const;

/** Everything Slack can send us, each in a file of its own. */
export const registerListeners = (bolt: App, deps: SlackDeps): void => {
  for (const register of LISTENERS) register(bolt, deps);
};
