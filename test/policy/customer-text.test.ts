import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS, CLAUSES } from '../../policy/clauses.ts';
import { controlOf } from '../../policy/settings/control.ts';
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type SettingValues,
  settingSchema,
} from '../../policy/settings.ts';
import { customerSentences, TOLD_SETTINGS } from '../../policy/texts/customer-text.ts';
import { htmlPage, pageText, plainPage } from '../../policy/texts/page-text.ts';
import { word } from '../../web/admin/messages/index.ts';

const valuesOf = (name: SettingName): fc.Arbitrary<unknown> => {
  const control = controlOf(name);
  if (control.kind === 'choice') return fc.constantFrom(...control.options);
  if (control.kind === 'choices') return fc.subarray([...control.options], { minLength: 1 });
  if (control.kind === 'number')
    return fc.constantFrom(control.min, control.max, DEFAULT_SETTINGS[name], ...(control.none ? [null] : []));
  return fc.constant(DEFAULT_SETTINGS[name]);
};

const told = (settings: Partial<SettingValues>) => customerSentences({ ...DEFAULT_SETTINGS, ...settings });

describe('what customers read', () => {
  it.each<[Partial<SettingValues>, keyof typeof CLAUSES, string | null]>([
    [{ 'changeOfMind.windowDays': null }, 'P10', 'There is no last day for it.'],
    [{ 'changeOfMind.windowDays': 0 }, 'P10', 'Once it has arrived, it is too late.'],
    [{ 'changeOfMind.windowDays': 1 }, 'P10', 'You have 1 day after delivery.'],
    [{ 'changeOfMind.windowDays': 14 }, 'P10', 'You have 14 days after delivery.'],
    [{ 'backorder.responseHours': 36 }, 'P9', 'within 36 hours.'],
    [{ 'backorder.responseHours': 72 }, 'P9', 'within 3 days.'],
    [{ 'cancel.until': 24 }, 'P11', 'You may do so for 24 hours after you ordered.'],
    [{ restockingFee: 0 }, 'P12', null],
    [{ restockingFee: 12.5 }, 'P12', 'We keep 12.5 % of what you paid for the goods.'],
    [{ 'warranty.months': 24, 'warranty.start': 'fulfillment' }, 'P23', '24 months from the day it was shipped.'],
    [{ 'oos.mailSla': 120 }, 'P7', 'At the latest after 2 hours.'],
    [{ 'oos.mailSla': 90 }, 'P7', 'At the latest after 90 minutes.'],
    [{ 'oos.mailSla': 0 }, 'P7', ''],
    [{ 'backorder.responseHours': 0 }, 'P9', 'If only a part'],
    [{ 'oos.partial.choices': ['refund-part'] }, 'P9', 'you may have that part refunded.'],
    [{ 'test.slaDays': 0 }, 'P24', 'If we find no fault'],
    [
      {
        'evidence.minPhotos.defective': 0,
        'evidence.minPhotos.wrong_item_sent': 0,
        'evidence.minPhotos.missing_item': 0,
      },
      'P3',
      'You need not send any',
    ],
    [
      { 'label.defective': 'merchant', 'label.defectiveFee': 'deduct' },
      'P26',
      'We send you a label and deduct what it costs.',
    ],
    [{ 'label.defective': 'merchant' }, 'P26', 'We send you a label, free of charge.'],
    [{ 'intake.required': [] }, 'P30', ''],
    [{ 'originalShipping.freeOrders': 'rate_table' }, 'P12', 'we keep what shipping costs us.'],
    [
      { 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { DE: '4.90', '*': '9.90' } },
      'P12',
      'we keep for the shipping 4.90 for DE and 9.90 for all other countries.',
    ],
    [{ returnRisk: 'customer' }, 'P38', null],
  ])('%j → %s: %s', (settings, clause, sentence) => {
    const said = (told(settings).get(clause) ?? []).join(' ');
    if (sentence === null) expect(said).not.toContain('We keep');
    else expect(said).toContain(sentence);
  });

  it('changes with every setting that is told, and with every choice of it', () => {
    for (const name of TOLD_SETTINGS) {
      const control = controlOf(name);
      const others: unknown[] =
        control.kind === 'choice'
          ? control.options.filter((option) => option !== DEFAULT_SETTINGS[name])
          : control.kind === 'number'
            ? [control.max]
            : control.kind === 'choices'
              ? [control.options.slice(0, 1)]
              : [];
      expect(others.length, name).toBeGreaterThan(0);
      const before = JSON.stringify([...told({})]);
      const after = others.map((value) => JSON.stringify([...told({ [name]: value })]));
      expect(
        after.some((text) => text !== before),
        name,
      ).toBe(true);
    }
  });

  it('is said in German wherever it is in English, of the same settings and with the same numbers', () => {
    const numbers = (text: string): string => [...text.replaceAll(',', '.').matchAll(/\d+(\.\d+)?/g)].sort().join();
    fc.assert(
      fc.property(fc.record(Object.fromEntries(TOLD_SETTINGS.map((name) => [name, valuesOf(name)]))), (values) => {
        const settings = { ...DEFAULT_SETTINGS, ...values } as SettingValues;
        const [english, german] = [customerSentences(settings), customerSentences(settings, 'de')];
        expect([...german.keys()]).toEqual([...english.keys()]);
        for (const [clause, sentences] of english) {
          const others = german.get(clause) ?? [];
          expect(others.length).toBe(sentences.length);
          expect(others.filter((each) => sentences.includes(each))).toEqual([]);
          expect(numbers(others.join(' '))).toBe(numbers(sentences.join(' ')));
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each<[Partial<SettingValues>, keyof typeof CLAUSES, string]>([
    [{ 'changeOfMind.windowDays': 1 }, 'P10', 'Das geht bis zu 1 Tag nach der Zustellung.'],
    [{ 'backorder.responseHours': 72 }, 'P9', 'innerhalb von 3 Tagen nichts von Ihnen hören.'],
    [{ restockingFee: 12.5 }, 'P12', 'Wir behalten 12,5 % von dem ein, was Sie für die Ware bezahlt haben.'],
    [{ 'rma.validDays': 30 }, 'P21', 'Ihre Rücksendenummer gilt 30 Tage,'],
    [
      { 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { DE: '4.90', '*': '9.90' } },
      'P12',
      'behalten wir dafür ein: 4,90 für DE und 9,90 für alle anderen Länder.',
    ],
  ])('in German: %j → %s: %s', (settings, clause, sentence) => {
    const said = customerSentences({ ...DEFAULT_SETTINGS, ...settings }, 'de').get(clause) ?? [];
    expect(said.join(' ')).toContain(sentence);
  });

  it('makes a German page that has no English in it', () => {
    const page = plainPage(pageText(DEFAULT_SETTINGS, { AT: { 'rma.validDays': 60 } }, 'de'), () => 'Österreich');
    expect(page).toContain('Österreich: Ihre Rücksendenummer gilt 60 Tage');
    expect(page).not.toMatch(/\b(the|you|your|we|is|with)\b/i);
    expect(page.split('\n').filter((line) => !/^(-| )|^$/.test(line))).toHaveLength(5);
  });

  it('makes a page of every sentence of the text, once, with what differs by country', () => {
    const page = pageText(DEFAULT_SETTINGS, { DE: { 'rma.validDays': 60 }, US: {} });
    expect(page.flatMap(({ items }) => items.map(({ clause }) => clause)).sort()).toEqual([...CLAUSE_IDS].sort());
    const plain = plainPage(page, (code) => `in ${code}`);
    for (const id of CLAUSE_IDS) expect(plain).toContain(CLAUSES[id].sentence);
    expect(plain).toContain('in DE: Your RMA is valid for 60 days');
    expect(plain).not.toContain('in US');
  });

  it('writes names that merchants typed as text, never as markup', () => {
    const rates = { 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { '<b>': '1' } } as const;
    expect(htmlPage(pageText({ ...DEFAULT_SETTINGS, ...rates }), String)).not.toContain('<b>');
  });
});

describe('the form of a setting', () => {
  it.each(SETTING_NAMES)('%s offers only what its schema takes, and has a word for each choice', (name) => {
    const control = controlOf(name);
    const takes = (value: unknown): boolean => settingSchema(name).safeParse(value).success;
    if (control.kind === 'choice' || control.kind === 'choices') {
      for (const option of control.options) {
        expect(takes(control.kind === 'choice' ? option : [option])).toBe(true);
        expect(word(`choice.${name}`, option)).toMatch(/^[A-Z]/);
      }
    }
    if (control.kind === 'number') {
      expect([control.min, control.max].map(takes)).toEqual([true, true]);
      expect([control.min - control.step, control.max + control.step].map(takes)).toEqual([false, false]);
      expect(takes(null)).toBe(control.none);
      expect(control.word === null || takes(control.word)).toBe(true);
    }
    if (control.kind === 'amount') expect([takes('5.00'), takes('-5')]).toEqual([true, false]);
    if (control.kind === 'amounts') expect(takes({ [control.keys === 'country' ? '*' : 'cable']: '4.90' })).toBe(true);
    if (control.kind === 'time-zone') expect([takes(control.word), takes('Europe/Berlin')]).toEqual([true, true]);
    expect(takes(DEFAULT_SETTINGS[name])).toBe(true);
  });
});
