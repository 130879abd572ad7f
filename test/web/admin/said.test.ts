import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Actor, type Person, Role } from '../../../policy/app/actors.ts';
import { Command } from '../../../policy/app/commands.ts';
import { type NextStepOf, nextStep } from '../../../policy/app/next-step.ts';
import { backorder, cancellation, inspection, refundIntent, returnCase } from '../../../policy/machines/index.ts';
import { SETTING_NAMES, SETTINGS, type SettingDefinition } from '../../../policy/settings.ts';
import { CLAUSES_DE } from '../../../policy/texts/customer/clauses-de.ts';
import { SAID_DE } from '../../../web/admin/messages/de/said.ts';
import { speak } from '../../../web/admin/messages/index.ts';
import { speakerOf } from '../../../web/admin/messages/said.ts';
import { clauseSentence } from '../../../web/admin/words/clauses.ts';
import { sentence } from '../../../web/admin/words/sentence.ts';
import { PROBLEMS } from '../../../web/edge/admin/problem.ts';
import { whyNotAllowed } from '../../../web/shell/permissions.ts';
import { entrySentences } from './support/entry-sentences.ts';

/** What the server words in English, read in German: a new sentence without German fails here. */
const german = speakerOf(SAID_DE);
const blanks = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

describe('what is due next', () => {
  const of = (more: object): NextStepOf =>
    ({
      case: { kind: 'return', state: 'received', data: { kind: 'return', reason: 'defective' } },
      units: [],
      intents: [],
      deadlines: [],
      ...more,
    }) as unknown as NextStepOf;
  const states = (machine: { states: readonly string[] }): readonly string[] => machine.states;
  const deadline = { date: '2026-12-20', timeZone: 'America/New_York', instant: '2026-12-21T04:59:59.999Z' };
  const SHORT = { kind: 'backorder-response', dueAt: '2026-12-20T10:00:00.000Z', state: 'open' };
  const data = [
    { kind: 'return', reason: 'defective' },
    {
      kind: 'return',
      reason: 'changed_mind',
      rma: { deadline },
      extension: { days: 7 },
      undelivered: { finding: 'refused' },
    },
    {
      kind: 'return',
      reason: 'wrong_item_sent',
      shipFirst: { intentIds: ['1'], worth: 4320, sentAt: deadline.instant },
    },
  ];
  const all = [
    ...states(cancellation).map((state) =>
      of({ case: { kind: 'cancellation', state, data: { kind: 'cancellation' } } }),
    ),
    ...states(backorder).flatMap((state) =>
      [[], [SHORT]].map((deadlines) =>
        of({ case: { kind: 'backorder', state, data: { kind: 'backorder' } }, deadlines }),
      ),
    ),
    ...states(returnCase).flatMap((state) => data.map((one) => of({ case: { kind: 'return', state, data: one } }))),
    ...states(inspection).flatMap((goods) =>
      data.flatMap((one) =>
        [1, 2].map((count) =>
          of({
            case: { kind: 'return', state: 'received', data: one },
            units: Array.from({ length: count }, () => ({ goods })),
          }),
        ),
      ),
    ),
    ...states(refundIntent).flatMap((state) =>
      [
        [1, 0],
        [2, 0],
        [2, 1],
      ].flatMap(([approvalsNeeded, given]) =>
        data.map((one) =>
          of({
            case: { kind: 'return', state: 'received', data: one },
            intents: [
              {
                id: '1',
                state,
                breakdown: { total: 4320, currency: 'USD' },
                approvalsNeeded,
                approvals: Array.from({ length: given ?? 0 }),
              },
            ],
          }),
        ),
      ),
    ),
  ];

  it.each([...new Set(all.map(nextStep))])('%s', (step) => {
    const said = german(step);
    expect(said).not.toBe(step);
    // No English word is left in what is due, nor in who does it.
    expect(said).not.toMatch(/\b(the|agent|warehouse|customer|nobody|units?|done|decide|look|refund of|waits)\b/);
    for (const figure of step.match(/\d[\d.,:-]*\d|\d/g) ?? []) expect(said).toContain(figure);
  });
});

const STAFF: Actor = { kind: 'staff', staffId: '1' };
const asRole = (role: Role | null): Person => ({ role }) as Person;
const refusals = Command.options.flatMap(({ shape }) =>
  [null, ...Role.options].flatMap((role) => whyNotAllowed(STAFF, asRole(role), shape.kind.value) ?? []),
);
/** Told by the routes themselves. */
const EDGE = path.resolve(import.meta.dirname, '../../../web/edge/admin');
const told = readdirSync(EDGE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(path.join(EDGE, file), 'utf8').matchAll(
      /ProblemError\(\s*'(?:stale|not-allowed)',\s*['`]([^'`]+)['`]/g,
    ),
  ])
  .map(([, text]) => (text ?? '').replaceAll(/\$\{[^}]*\}/g, '42'));

describe('what people may not do, or not any more', () => {
  it('is found in the sources', () => expect(told.length).toBeGreaterThan(5));
  it.each([...new Set([...refusals, ...told])])('%s', (sentence) => {
    expect(german(sentence)).not.toBe(sentence);
    expect(german(sentence)).not.toMatch(/\b(an?|the|owner|approver|agent|warehouse|role|ask)\b/);
  });
  it.each(Object.values(PROBLEMS).map(({ title }) => title))('%s', (title) => expect(german(title)).not.toBe(title));
});

describe('settings of the policy', () => {
  it.each(SETTING_NAMES)('%s', (name) => {
    const { description, because } = SETTINGS[name] as SettingDefinition;
    for (const text of [description, because]) {
      expect(german(text)).not.toBe(text);
      expect(german(text).replace(/„[^“]*“/g, '')).not.toMatch(/\b(the|how|what|when|of|goes)\b/i);
    }
  });
});

it('is said on the pages once the language is set, and clauses with it', () => {
  speak('de', {}, { said: SAID_DE, clauses: CLAUSES_DE });
  expect(sentence('ship it — warehouse')).toBe('Versenden — Lager');
  expect(clauseSentence('P24')).toBe(CLAUSES_DE.P24);
  speak('en', {});
  expect(sentence('ship it — warehouse')).toBe('Ship it — warehouse');
});

describe('the history of a case', () => {
  it.each(entrySentences())('%s', (sentence) => {
    // The one condition inside a sentence is a verb.
    const sample = sentence.replace('{} not come', 'have not come').replaceAll('{}', '42');
    expect(german(sample)).not.toBe(sample);
  });
});

it('has the same blanks in both languages', () => {
  expect(Object.entries(SAID_DE).filter(([english, other]) => blanks(english) !== blanks(other))).toEqual([]);
});

it('leaves what nobody has translated, and what people wrote, as it stands', () => {
  expect(german('the courier wrote that the box was wet')).toBe('the courier wrote that the box was wet');
  expect(german('asked to cancel: changed her mind')).toBe('um Stornierung gebeten: changed her mind');
});
