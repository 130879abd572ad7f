import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Actor, type Person, Role } from '../../../policy/app/actors.ts';
import { Command } from '../../../policy/app/commands.ts';
import { type NextStepOf, nextStep } from '../../../policy/app/next-step.ts';
import { previewText } from '../../../policy/app/return-preview.ts';
import { speakerOf } from '../../../policy/app/said/speaker.ts';
import { formatDeadline, formatMoney } from '../../../policy/format.ts';
import { backorder, cancellation, inspection, refundIntent, returnCase } from '../../../policy/machines/index.ts';
import { SETTING_NAMES, SETTINGS, type SettingDefinition } from '../../../policy/settings.ts';
import { CLAUSES_DE } from '../../../policy/texts/customer/clauses-de.ts';
import { amountDe, SAID_DE } from '../../../web/admin/messages/de/said.ts';
import { speak } from '../../../web/admin/messages/index.ts';
import { clauseSentence } from '../../../web/admin/words/clauses.ts';
import { detailOf, fieldError } from '../../../web/admin/words/field-error.ts';
import { sentence } from '../../../web/admin/words/sentence.ts';
import { senderAdvice } from '../../../web/edge/admin/mail-desk.ts';
import { PROBLEMS } from '../../../web/edge/admin/problem.ts';
import { shopConfigure } from '../../../web/shell/commands/shop-configure.ts';
import { whyNotAllowed } from '../../../web/shell/permissions.ts';
import { entrySentences } from './support/entry-sentences.ts';
import { sampleOf, sentencesAfter, sentencesOfArgument, sourcesIn } from './support/source-sentences.ts';

/** What the server words in English, read in German: a new sentence without German fails here. */
const german = speakerOf(SAID_DE, amountDe);
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
    for (const figure of step.match(/\d[\d.,:-]*\d|\d/g) ?? []) {
      // An amount has its comma where English has a point.
      expect(said.replace(/(\d),(\d)/g, '$1.$2')).toContain(figure);
    }
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

/** Words that no German sentence has. */
const ENGLISH = /\b(the|of|is|are|and|to|not|already|by|it|this|has|be|for|with|or|your?|asked|when|there)\b/i;
const isSaid = (sentence: string): void => {
  // The one condition inside a sentence is a verb.
  const sample = sampleOf(sentence.replace('{} not come', 'have not come'));
  expect(german(sample)).not.toBe(sample);
  expect(german(sample).replace(/„[^“]*“/g, '')).not.toMatch(ENGLISH);
};

describe('why the policy decides as it does', () => {
  const reasons = [
    ...sentencesAfter(
      [...sourcesIn('policy/rules'), ...sourcesIn('policy/decide')],
      /\bbecause:\s*(?:\(f\) =>\s*)?/g,
      /\b(?:label|CAPPED|RESTOCKING_FEE)(?::| =)\s*/g,
    ),
    // What the law may say beside it.
    ...sentencesAfter(sourcesIn('policy/rules/overlay.ts'), /^ {4}P\d+:\s*/gm),
  ];
  it('is found in the sources', () => expect(reasons.length).toBeGreaterThan(90));
  it.each([...new Set(reasons)])('%s', isSaid);

  it.each([
    ['1 picture needed, none here', '1 Foto nötig, keines ist da'],
    ['3 pictures needed, 1 here', '3 Fotos nötig, 1 da'],
    ['original parts are missing from 2 units: refused', 'an 2 Stück fehlen Originalteile: abgelehnt'],
    ['1 unit came back that we did not send: a person decides', /^1 Stück kam zurück.*ein Mensch entscheidet$/],
    ['we need email, name, phone to write to', 'zum Schreiben brauchen wir noch: E-Mail-Adresse, Name, Telefonnummer'],
    ['restocking fee, as far as it goes', 'Gebühr für die Wiedereinlagerung, soweit es reicht'],
    [
      'P12 it has shipped: shipping, there and back, is the customer’s; P14 or it may be sent back with an RMA',
      'P12 es ist versandt: den Versand, hin und zurück, trägt die Kundschaft; P14 oder es kann mit einer Rücksendenummer zurückgesandt werden',
    ],
  ])('%s', (english, said) => expect(german(english)).toEqual(expect.stringMatching(said)));
});

describe('why a command is refused', () => {
  // What Slack and mails alone say is not read here.
  const shell = sourcesIn('web/shell').filter(
    (file) => !/[\\/](effects|photos|backtest)[\\/]|mail-received\.ts$/.test(file),
  );
  const because = [
    ...sentencesOfArgument(shell, /\brefused\(/g, 1),
    ...sentencesOfArgument(shell, /\bno\(/g, 0),
    ...sentencesOfArgument(shell, /\bno\(/g, 1),
    ...sentencesAfter(
      shell,
      /\b(?:because|why|says|who|WHY_\w+)(?:: string)? = /g,
      /\b(?:why|ended|because)\w* = [^;]*?: string(?: \| null)? =>\s*/gi,
    ),
    ...sentencesOfArgument(sourcesIn('policy/approvals'), /\bno\(/g, 1),
    ...sentencesAfter(sourcesIn('policy/approvals'), /\bwho =\s*/g),
  ];
  const machines = [
    ...sentencesOfArgument(sourcesIn('policy/machines/machine.ts'), /\brefuse\(/g, 1),
    ...sentencesAfter(sourcesIn('policy/machines'), /\bneeds:\s*/g),
  ];
  it('is found in the sources', () => {
    expect(because.length).toBeGreaterThan(170);
    expect(machines.length).toBeGreaterThan(35);
  });
  it.each([...new Set([...because, ...machines])])('%s', isSaid);

  it.each([backorder, cancellation, refundIntent, returnCase, inspection].map(({ name, states }) => [name, states]))(
    'names every state of a %s as the pages do',
    (_name, states) => {
      const unsaid = states.map((state) => state.replaceAll('_', ' ')).filter((state) => german(state) === state);
      expect(unsaid).toEqual([]);
    },
  );

  it.each([
    [
      "this refund is awaiting approval and can't be decided on",
      /^diese Erstattung ist „Wartet auf Freigabe“; darüber/,
    ],
    ['a return that is grey zone has nothing to try again', /im Zustand „Verspätet, rechtzeitig versandt“/],
    ["a return that is closed takes no 'extend' (it takes: reopen)", /^Rücksendung im Zustand „Geschlossen“: „extend“/],
    [
      'not possible while the return is closed: open it again first',
      /^Rücksendung im Zustand „Geschlossen“: .*erst wieder öffnen$/,
    ],
    ['not possible while the return is in transit', /^Rücksendung im Zustand „[^“]+“: das geht jetzt nicht$/],
    [
      'too late to stop it: approved already by Lena: the money is on its way',
      /^zu spät.*freigegeben von Lena: das Geld/,
    ],
    ['that changes nothing here: P21 here after 2026-12-20, the last day', /P21 nach dem 2026-12-20, dem letzten Tag/],
  ])('%s', (english, said) => expect(german(english)).toMatch(said));
});

describe('what is wrong with what was sent', () => {
  const schemas = [
    ...sourcesIn('policy/app'),
    ...sourcesIn('policy/settings'),
    ...sourcesIn('web/edge/admin/contract'),
  ];
  const messages = [
    ...sentencesOfArgument(sourcesIn('web/edge/admin'), /\bProblemError\(/g, 1),
    ...sentencesOfArgument(sourcesIn('policy'), /\bnew PolicyError\(/g, 2),
    ...sentencesOfArgument(sourcesIn('policy'), /\billTyped\(/g, 1),
    ...sentencesOfArgument(schemas, /\.(?:min|max|regex|refine|length)\(/g, 1),
    ...sentencesOfArgument(schemas, /\bz\.(?:iso\.date|email|url)\(/g, 0),
    ...sentencesAfter(schemas, /\b(?:message|error):\s*/g),
  ];
  it('is found in the sources', () => expect(messages.length).toBeGreaterThan(100));
  it.each([...new Set(messages)])('%s', isSaid);

  it.each<[z.ZodType, unknown]>([
    [z.string(), 1],
    [z.string(), undefined],
    [z.string().max(3), 'four'],
    [z.string().min(3), 'a'],
    [z.string().regex(/^a/), 'b'],
    [z.string().startsWith('a'), 'b'],
    [z.number().max(3), 4],
    [z.number().min(3), 1],
    [z.number().positive(), 0],
    [z.int(), 1.5],
    [z.enum(['a', 'b']), 'c'],
    [z.literal('a'), 'b'],
    [z.array(z.string()).min(1), []],
    [z.array(z.string()).max(1), ['a', 'b']],
    [z.email(), 'x'],
    [z.uuid(), 'x'],
    [z.url(), 'x'],
    [z.iso.datetime(), 'x'],
    [z.strictObject({}), { a: 1 }],
    [z.strictObject({}), { a: 1, b: 1 }],
    [z.boolean(), 'x'],
    [z.union([z.string(), z.number()]), {}],
    [z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]), { kind: 'b' }],
  ])('a schema of zod’s own refuses %#', (schema, value) => {
    const [issue] = schema.safeParse(value).error?.issues ?? [];
    if (issue === undefined) throw new Error('it was taken');
    expect(german(issue.message)).not.toBe(issue.message);
    expect(german(issue.message)).not.toMatch(/invalid|expected|received|too (small|big)/i);
  });

  it('is said at its field, and beside its field’s name in a banner', () => {
    speak('de', {}, { said: SAID_DE, amount: amountDe, clauses: CLAUSES_DE });
    const problem = { type: 'about:blank' as const, title: '', status: 400, code: 'bad-input' };
    const errors = [{ path: 'because', message: 'say why' }];
    const failed = { problem: { ...problem, detail: 'because: say why', errors } };
    expect(fieldError(failed, (path) => path === 'because')).toBe('Sagen Sie, warum');
    expect(fieldError(failed, (path) => path === 'name')).toBeUndefined();
    expect(detailOf(failed.problem)).toBe('because: Sagen Sie, warum');
    expect(detailOf({ ...problem, detail: 'no such case' })).toBe('Diesen Fall gibt es nicht');
    speak('en', {});
  });
});

describe('why something outside was not done', () => {
  const effects = sourcesIn('web/shell/effects');
  const because = [
    ...sentencesOfArgument([...sourcesIn('web/shell'), ...sourcesIn('web/adapters')], /\bnew CallFailed\(/g, 1),
    ...sentencesAfter(effects, /\b(?:lapsed|unavailable|because|why)\w*(?::| =)\s*/g),
    ...sentencesAfter(sourcesIn('web/shell'), /\b(?:error|lastError) \?\?\s*/g),
  ];
  it('is found in the sources', () => expect(because.length).toBeGreaterThan(50));
  it.each([...new Set(because)])('%s', isSaid);
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
  speak('de', {}, { said: SAID_DE, amount: amountDe, clauses: CLAUSES_DE });
  expect(sentence('ship it — warehouse')).toBe('Versenden — Lager');
  expect(clauseSentence('P24')).toBe(CLAUSES_DE.P24);
  speak('en', {});
  expect(sentence('ship it — warehouse')).toBe('Ship it — warehouse');
});

describe('the history of a case', () => {
  it.each(entrySentences())('%s', isSaid);

  it.each([
    [{ date: '2026-12-20', timeZone: 'America/New_York' }, 'Sonntag, 20. Dezember 2026 (Ortszeit New York)'],
    [{ date: '2026-03-03', timeZone: 'Europe/Berlin' }, 'Dienstag, 3. März 2026 (Ortszeit Berlin)'],
  ])('%j', (deadline, said) => {
    const last = formatDeadline({ ...deadline, instant: '' });
    expect(german(`send the parcel, last day ${last} — customer`)).toBe(
      `das Paket senden, letzter Tag ${said} — Kundschaft`,
    );
  });

  it.each([
    ['1 change', '1 Änderung'],
    ['12 changes', '12 Änderungen'],
  ])('says in German that a version was published with %s', (changes, said) => {
    const text = `published version 2 of the policy, in force from 2026-12-15T05:00:00.000Z, with ${changes} (digest ab)`;
    expect(german(text)).toContain(`mit ${said} (Prüfsumme ab)`);
  });

  it.each([
    ['1 photo added', '1 Foto hinzugefügt'],
    ['3 photos on file', 'vorhanden: 3 Fotos'],
    ['3 photo(s) on file', '3 Foto(s) liegen vor'],
    ['1 unit here for 5 days and not decided', '1 Stück schon 5 Tage hier und nicht entschieden'],
    ['1 more day, until {last}: ill', '1 weiterer Tag, bis {last}: ill'],
    [
      '$43.20 was refunded in Shopify by hand for 2 units, which settles 1 unit of this return',
      '43,20\u00a0$ wurden in Shopify von Hand für 2 Stück erstattet, damit sind 1 Stück dieser Rücksendung abgerechnet',
    ],
    [
      '$43.20 was refunded in Shopify by hand for 2 unit(s): 2 unit(s) of this return are settled by it',
      '43,20\u00a0$ wurden in Shopify von Hand für 2 Stück erstattet: 2 Stück dieser Rücksendung sind damit abgerechnet',
    ],
  ])('counts: %s', (text, said) => expect(german(text)).toBe(said));

  it('says in German what two sums differ by', () => {
    const sums = { items: 8000, tax: 640, restocking: 864, shippingFee: 500, exchange: null };
    const text = previewText({ policy: sums, shopify: { ...sums, restocking: 800, shippingFee: 0 } }, 'USD');
    expect(german(`${text}; nothing is paid while they differ`)).toBe(
      'bevor etwas zurückkommt, rechnet Shopify: Gebühr für die Wiedereinlagerung 8,00 $, die Richtlinie 8,64 $; Versandgebühr 0,00 $, die Richtlinie 5,00 $; solange sie sich unterscheiden, wird nichts gezahlt',
    );
  });
});

it.each([
  [{ returnAddress: ['1 Dock Road'] }, 'geändert: Rücksendeadresse'],
  [
    { mailFrom: 'a@example.com', slackListFrom: 5 },
    'geändert: Absender der E-Mails, ab wie vielen neuen Fällen in der Minute Slack sie auflistet',
  ],
  [
    {
      contactEmail: 'a@example.com',
      returnAddress: [],
      retention: { webhookDays: 7, photoDays: null, personalDays: 90 },
    },
    'geändert: Adresse für Antworten, Rücksendeadresse, wie lange etwas aufbewahrt wird (Nachrichten, Tage: 7, Fotos, Tage: ohne Ende, Kundendaten, Tage: 90)',
  ],
])('says in German which settings were changed: %j', (changes, expected) => {
  const world = { shop: { slackTeam: 'T0DEMO' } } as unknown as Parameters<typeof shopConfigure.decide>[0];
  const context = {
    now: '2026-11-29T10:00:00.000Z',
    byName: 'Olivia',
    ids: { id: () => 'id' },
  } as unknown as Parameters<typeof shopConfigure.decide>[2];
  const planned = shopConfigure.decide(world, { kind: 'shop.configure', changes, expected: 0 }, context);
  const [entry] = ('changes' in planned ? planned.changes?.shopEntries : undefined) ?? [];
  expect(german(entry?.text ?? '')).toBe(expected);
});

it.each(senderAdvice('Demo <returns@example.com>').records)('says in German what $name is for', ({ what }) => {
  expect(german(what)).not.toBe(what);
  expect(german(what)).not.toMatch(/\b(your|provider|the|key|read)\b/);
});

it('has the same blanks in both languages', () => {
  expect(Object.entries(SAID_DE).filter(([english, other]) => blanks(english) !== blanks(other))).toEqual([]);
});

it('leaves what nobody has translated, and what people wrote, as it stands', () => {
  expect(german('the courier wrote that the box was wet')).toBe('the courier wrote that the box was wet');
  expect(german('asked to cancel: changed her mind')).toBe('um Stornierung gebeten: changed her mind');
});

describe('amounts within sentences', () => {
  it.each([
    ['$43.20', '43,20\u00a0$'],
    ['€1,234.50', '1.234,50\u00a0€'],
    ['CA$5.00', '5,00\u00a0CA$'],
    ['¥12,000', '12.000\u00a0¥'],
    ['CHF\u00a012.00', '12,00\u00a0CHF'],
    ['-$3.00', '-3,00\u00a0$'],
  ])('%s → %s', (english, inGerman) => {
    expect(amountDe(english)).toBe(inGerman);
    expect(german(`refund of ${english} waits for an approver`)).toBe(
      `Erstattung von ${inGerman} wartet auf eine Freigabe`,
    );
  });

  it.each(['#12', '12', '$x', 'RMA 12', '$1,23.00', ''])('leaves %j alone', (text) => {
    expect(amountDe(text)).toBeNull();
  });

  it('writes every amount that the server writes as German pages write their own', () => {
    for (const currency of ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'SEK', 'KWD'])
      for (const minor of [0, 5, 123_456, -250])
        expect(amountDe(formatMoney(minor, currency))?.replace(/[^\d.,-]/g, '')).toBe(
          formatMoney(minor, currency, 'de-DE').replace(/[^\d.,-]/g, ''),
        );
  });
});
