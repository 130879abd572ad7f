import type { Words } from '../../../policy/texts/customer/index.ts';
import type { AmountRow, Block, MailDocument, MailShop } from './blocks.ts';

/** Mail programs that show plain text show it in lines of this length. */
const WIDTH = 72;

/** The same mail for who reads text: a screen reader, a watch, a terminal. */
export const drawText = (document: MailDocument, shop: MailShop, words: Words): string =>
  [
    shop.name,
    `${document.title}\n${'='.repeat(Math.min(WIDTH, document.title.length))}`,
    ...document.blocks.map(drawBlock),
    `--\n${wrap(footer(shop, words))}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const footer = ({ contactEmail }: MailShop, words: Words): string =>
  contactEmail === '' ? words.say('footer.no-address') : words.say('footer', { email: contactEmail });

const drawBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return wrap(block.text);
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'highlight':
      return `${block.label}:\n\n    ${block.value}`;
    case 'facts':
      return block.facts.map(({ label, value }) => wrap(`${label}: ${value}`, '  ')).join('\n');
    case 'address':
      return block.lines.map((line) => `    ${line}`).join('\n');
    case 'steps':
      return block.steps.map((step, index) => hang(`${index + 1}. `, step)).join('\n');
    case 'items':
      return block.items
        .map(({ quantity, title, detail }) =>
          hang(`${block.toTick ? '[ ] ' : '  '}${quantity} x `, detail === null ? title : `${title} (${detail})`),
        )
        .join('\n');
    case 'choices':
      return block.choices.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
    case 'amounts':
      return [...block.rows.map(drawAmount), '-'.repeat(AMOUNTS), drawAmount(block.total)].join('\n');
    case 'clauses':
      return block.clauses.map(({ id, sentence }) => hang(`${id.padEnd(5)}`, sentence)).join('\n');
  }
};

/** Width of the column of amounts and their labels together. */
const AMOUNTS = 48;

const drawAmount = ({ label, amount, note }: AmountRow): string => {
  const gap = Math.max(1, AMOUNTS - label.length - amount.length);
  const line = `${label}${' '.repeat(gap)}${amount}`;
  return note === null ? line : `${line}\n${hang('  ', note)}`;
};

/** Wrapped, with what follows the first line standing under its text. */
const hang = (start: string, text: string): string =>
  start + wrap(text, ' '.repeat(start.length), WIDTH - start.length);

const wrap = (text: string, indent = '', width = WIDTH): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(`\n${indent}`);
};
