import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createWords } from '../../../../policy/texts/customer/index.ts';
import { drawLabelSheet, type LabelSheet, paperOf } from '../../../../web/adapters/mail/label-sheet.ts';
import { printable } from '../../../../web/adapters/mail/printable.ts';

const SHEET: LabelSheet = {
  rma: 'RMA-4F7K2QZ',
  orderName: '#1003',
  shopName: 'Demo Audio',
  from: 'Jo Doe',
  returnAddress: ['Demo Audio Returns', '12 Harbour Road'],
  lastDay: 'Tuesday 22 December 2026',
  bySending: false,
  theirRisk: true,
  items: [{ title: 'Headphones', detail: 'Black', quantity: 2 }],
  paper: 'A4',
  words: createWords('en'),
};

/** What the pages write: kerning cuts words into pieces, so the pieces are joined without what stands between. */
const written = (pdf: Uint8Array): string => {
  const bytes = Buffer.from(pdf);
  let text = '';
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.subarray(at - 3, at).toString() === 'end') continue;
    const end = bytes.indexOf('\nendstream', at);
    try {
      const drawn = inflateSync(bytes.subarray(at + 7, end)).toString('latin1');
      for (const [, line = ''] of drawn.matchAll(/\[([^\]]*)\] TJ/g)) {
        text += `${Buffer.from([...line.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex).join(''), 'hex').toString('latin1')}\n`;
      }
    } catch {
      // Not every stream is compressed text: images and fonts are passed over.
    }
  }
  return text;
};
const pages = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;
const size = (pdf: Uint8Array): string | undefined =>
  /\/MediaBox \[0 0 ([\d. ]+)\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1];

it('shows number, address, last day and packing list on one page', async () => {
  const pdf = await drawLabelSheet(SHEET);
  const text = written(pdf);
  for (const part of [
    'RMA-4F7K2QZ',
    '12 Harbour Road',
    'Jo Doe',
    'Tuesday 22 December 2026',
    '2 \u00d7 Headphones',
    'Black',
    'Order #1003',
  ]) {
    expect(text).toContain(part);
  }
  expect(pages(pdf)).toBe(1);
  expect(size(pdf)).toBe('595.28 841.89');
});

it('prints on Letter too, and leaves room for a name and a day that are not known', async () => {
  const pdf = await drawLabelSheet({ ...SHEET, paper: 'LETTER', from: null, lastDay: null });
  expect(size(pdf)).toBe('612 792');
  expect(written(pdf)).toContain('______');
  expect(written(pdf)).not.toContain('To be here by');
});

it('has a box for insurance only where a loss would be the customer’s', async () => {
  expect(written(await drawLabelSheet(SHEET))).toContain('The parcel is insured');
  const ours = written(await drawLabelSheet({ ...SHEET, theirRisk: false }));
  expect(ours).not.toContain('insured');
  expect(ours).toContain('I keep the receipt');
});

it.each([
  [['株式会社デモ', '東京都渋谷区 1-2-3'], true],
  [['Demo Audio', 'شارع 12'], true],
  [[], false],
  [['Łódź Audio', 'ul. Główna 12'], null],
] as const)('has lines to write on where the address %j can’t be printed', async (returnAddress, fromMail) => {
  const text = written(await drawLabelSheet({ ...SHEET, returnAddress }));
  expect(text).not.toContain('??');
  expect(text.includes('_____')).toBe(fromMail !== null);
  expect(text.includes('as it stands in our mail')).toBe(fromMail === true);
});

it('goes on on the next page where the list is long', async () => {
  const items = Array.from({ length: 40 }, (_, index) => ({
    title: `Item number ${index}`,
    detail: null,
    quantity: 1,
  }));
  const pdf = await drawLabelSheet({ ...SHEET, items });
  expect(pages(pdf)).toBe(2);
  expect(written(pdf)).toContain('Item number 39');
});

describe('paper', () => {
  it.each([
    ['US', 'LETTER'],
    ['CA', 'LETTER'],
    ['DE', 'A4'],
    ['GB', 'A4'],
    [null, 'A4'],
  ] as const)('%s prints on %s', (country, paper) => expect(paperOf(country)).toBe(paper));
});

describe('letters that the built-in fonts lack', () => {
  it.each([
    ['Grüße – 12 €', 'Grüße – 12 €'],
    ['Łódź', 'Lódz'],
    ['Dvořák', 'Dvorák'],
    ['ﬁne', 'fine'],
    ['東京 1', '?? 1'],
    ['box 📦', 'box ?'],
  ])('%s → %s', (text, shown) => expect(printable(text)).toBe(shown));
});
