import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Actor } from '../../policy/app/actors.ts';
import { Command } from '../../policy/app/commands.ts';
import { whyNotAllowed } from '../../web/shell/permissions.ts';

/** What people may ask for and Slack does not offer, and where it is done instead. */
const OF_ADMIN = 'settings and upkeep of the shop: admin pages';
const ELSEWHERE: Readonly<Record<string, string>> = {
  'backfill.start': OF_ADMIN,
  'cases.set-views': OF_ADMIN,
  'delivery.dismiss': OF_ADMIN,
  'delivery.retry': OF_ADMIN,
  'desk.set-checklist': OF_ADMIN,
  'effect.dismiss': OF_ADMIN,
  'effect.retry': OF_ADMIN,
  'mail.test': OF_ADMIN,
  'mails.changed': OF_ADMIN,
  'people.save': OF_ADMIN,
  'policy.discard-draft': OF_ADMIN,
  'policy.publish': OF_ADMIN,
  'policy.save-draft': OF_ADMIN,
  'policy.withdraw': OF_ADMIN,
  'privacy.exported': OF_ADMIN,
  'shop.configure': OF_ADMIN,
};

const slack: Actor = { kind: 'slack', team: 'T0DEMO', user: 'U0AGENT' };
const kinds = Command.options.map(({ shape }) => shape.kind.value);
/** Who has no role is refused these: they are people's. */
const forPeople = kinds.filter((kind) => whyNotAllowed(slack, null, kind) !== null);

const root = path.resolve(import.meta.dirname, '../../slack');
const made = new Set(
  ['listeners', 'talk', 'people'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { encoding: 'utf8' }).flatMap((file) =>
      [...readFileSync(path.join(root, folder, file), 'utf8').matchAll(/kind: '([a-z]+\.[a-z-]+)'/g)].map(
        ([, kind]) => kind as string,
      ),
    ),
  ),
);

it('everything that people may ask for can be asked for in Slack, by words or buttons, or is named here', () => {
  expect(forPeople.length).toBeGreaterThan(30);
  const missing = forPeople.filter((kind) => !made.has(kind));
  expect(missing.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted());
});
