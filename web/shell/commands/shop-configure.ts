import type { CommandOf } from '../../../policy/app/commands.ts';
import type { ShopRecord } from '../../../policy/app/records.ts';
import { testMail } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

type Changes = CommandOf<'shop.configure'>['changes'];

/** Counts writes of the shop's own settings; 0 before the first. */
export const settingsVersion = ({ preferences }: ShopRecord): number => preferences?.version ?? 0;

const WORDS: Readonly<Record<keyof Changes, string>> = {
  mailFrom: 'the mail sender',
  contactEmail: 'the address customers answer to',
  returnAddress: 'the return address',
  slackChannel: 'the channel for cases',
  approvalsChannel: 'the channel for approvals',
  setUpDismissed: 'whether the set-up is shown',
  setUpDone: 'which set-up steps are done',
  slackListFrom: 'from how many new cases a minute Slack lists them',
  retention: 'how long things are kept',
};

/** What of these is no preference but a field of the shop. */
const fieldsOf = ({
  setUpDismissed: _,
  setUpDone: __,
  retention: ___,
  slackListFrom: ____,
  ...fields
}: Changes): Partial<ShopRecord> => fields;

/** Who shortened how long something is kept, and to what, has to be told from the history. */
const daysOf = (retention: Changes['retention']): string =>
  retention === undefined
    ? ''
    : ` (${Object.entries(retention)
        .map(([name, days]) => `${name} ${days ?? 'no end'}`)
        .join(', ')})`;

/** An owner sets where mails come from, where goods go back to, and where staff are told. */
export const shopConfigure: Handler<'shop.configure'> = {
  subject: () => ({}),
  decide: (world, { changes, expected }, context) => {
    const { shop } = world;
    if (settingsVersion(shop) !== expected)
      return refused(
        'stale',
        'somebody else changed these settings since you looked: load them again, then repeat yours',
      );
    const names = (Object.keys(changes) as (keyof Changes)[]).filter((name) => changes[name] !== undefined);
    if (names.length === 0) return refused('missing', 'there is nothing to change');
    const ofSlack = [changes.slackChannel, changes.approvalsChannel, changes.slackListFrom];
    if (ofSlack.some((change) => change !== undefined) && shop.slackTeam === null)
      return refused('invalid', 'Slack is not connected: connect it first, then set what is told there');
    const { setUpDismissed, setUpDone, retention, slackListFrom } = changes;
    return plan({
      shop: {
        ...shop,
        ...fieldsOf(changes),
        preferences: {
          ...shop.preferences,
          ...(setUpDismissed === undefined ? {} : { setUpDismissed }),
          ...(setUpDone === undefined ? {} : { setUpDone }),
          ...(slackListFrom === undefined ? {} : { slackListFrom }),
          ...(retention === undefined ? {} : { retention: { ...shop.preferences?.retention, ...retention } }),
          version: expected + 1,
        },
      },
      shopEntries: [
        shopEntry(context, {
          event: 'shop.configure',
          text: `changed ${names.map((name) => WORDS[name]).join(', ')}${daysOf(retention)}`,
        }),
      ],
    });
  },
};

/** A mail to the shop itself, from where customers get theirs: whether it arrives is seen before a customer waits. */
export const mailTest: Handler<'mail.test'> = {
  subject: () => ({}),
  decide: (world, _command, context) =>
    world.shop.contactEmail === ''
      ? refused('missing', 'say first which address customers answer to: the test goes there')
      : plan({
          effects: [testMail(context)],
          shopEntries: [shopEntry(context, { event: 'mail.test', text: 'sent a test mail to the shop’s own address' })],
        }),
};

/** Lists that staff come back to; everybody of the shop sees them. */
export const casesSetViews: Handler<'cases.set-views'> = {
  subject: () => ({}),
  decide: ({ shop }, { views, expected }, context) => {
    if (settingsVersion(shop) !== expected)
      return refused('stale', 'somebody else changed the saved views since you looked: look again, then repeat yours');
    const names = views.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
      return refused('invalid', `there is a view named ${twice} already: give this one another name`, {
        missing: ['name'],
      });
    return plan({
      shop: { ...shop, preferences: { ...shop.preferences, version: expected + 1, views } },
      shopEntries: [
        shopEntry(context, { event: 'cases.set-views', text: `set the saved views: ${names.join(', ') || 'none'}` }),
      ],
    });
  },
};
