import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components';
import { type ComponentProps, createElement as h, type Key, type ReactElement, type ReactNode } from 'react';
import type { Words } from '../../../policy/texts/customer/index.ts';
import { type AmountRow, type Block, LOGO_CID, type MailDocument, type MailShop } from './blocks.ts';
import * as style from './html-style.ts';

/** The mail as HTML that mail programs understand: tables, inline styles, nothing loaded from anywhere. */
export const drawHtml = (document: MailDocument, shop: MailShop, words: Words): ReactElement =>
  h(
    Html,
    { lang: words.language },
    h(Head, null, h('title', null, document.subject)),
    h(Preview, null, document.preview),
    h(
      Body,
      { style: style.body },
      h(
        Container,
        { style: { ...style.card, borderTop: `4px solid ${shop.accent}` } },
        brand(shop),
        h(Heading, { as: 'h1', style: style.title }, document.title),
        ...document.blocks.map((block, index) =>
          h(Section, { key: index, style: style.block }, drawBlock(block, shop)),
        ),
        h(Hr, { style: style.rule }),
        h(Text, { style: style.footer }, ...footer(shop, words)),
      ),
    ),
  );

const brand = ({ hasLogo, name }: MailShop): ReactNode => {
  if (hasLogo) return h(Img, { src: `cid:${LOGO_CID}`, alt: name, height: 40, style: style.logo });
  return name === '' ? null : h(Text, { style: style.shopName }, name);
};

/** The address stands where the sentence of this language has it. */
const footer = ({ contactEmail }: MailShop, words: Words): ReactNode[] => {
  if (contactEmail === '') return [words.say('footer.no-address')];
  const link = h(Link, { key: 'address', href: `mailto:${contactEmail}`, style: style.link }, contactEmail);
  return words
    .say('footer')
    .split('{email}')
    .flatMap((part, index) => (index === 0 ? [part] : [link, part]));
};

const drawBlock = (block: Block, shop: MailShop): ReactNode => {
  switch (block.kind) {
    case 'paragraph':
      return h(Text, { style: style.paragraph }, block.text);
    case 'note':
      return h(Text, { style: style.note }, block.text);
    case 'heading':
      return h(Heading, { as: 'h2', style: style.heading }, block.text);
    case 'highlight':
      return h(
        Section,
        { style: style.highlight },
        h(Text, { style: style.highlightLabel }, block.label),
        h(Text, { style: style.highlightValue }, block.value),
      );
    case 'facts':
      return block.facts.map(({ label, value }) =>
        row(label, h(Column, { style: style.factLabel }, label), h(Column, { style: style.factValue }, value)),
      );
    case 'address':
      return h(
        Section,
        { style: style.address },
        block.lines.map((line, index) => h(Text, { key: index, style: style.addressLine }, line)),
      );
    case 'steps':
      return block.steps.map((step, index) =>
        row(index, h(Column, { style: style.stepNumber }, `${index + 1}.`), h(Column, { style: style.stepText }, step)),
      );
    case 'items':
      return block.items.map((item, index) =>
        row(
          index,
          h(Column, { style: style.itemQuantity }, `${item.quantity} ×`),
          h(
            Column,
            { style: style.stepText },
            item.title,
            item.detail !== null && h('span', { style: style.muted }, ` · ${item.detail}`),
          ),
        ),
      );
    case 'choices':
      return block.choices.map(({ label, url }, index) =>
        h(Link, { key: label, href: url, style: style.choice(shop.accent, index === 0) }, label),
      );
    case 'amounts':
      return [
        ...block.rows.map((row, index) => drawAmount(row, index, style.amount)),
        drawAmount(block.total, 'total', style.total),
      ];
    case 'clauses':
      return block.clauses.map(({ id, sentence }) =>
        row(id, h(Column, { style: style.clauseId }, id), h(Column, { style: style.clause }, sentence)),
      );
  }
};

/** Cells side by side. The type of `Row` wants its children among the properties, where each would need a key. */
const row = (key: Key, ...cells: ReactNode[]): ReactElement => h(Row, { key } as ComponentProps<typeof Row>, ...cells);

const drawAmount = (amount: AmountRow, key: Key, look: style.AmountLook): ReactElement =>
  row(
    key,
    h(
      Column,
      { style: look.label },
      amount.label,
      amount.note !== null && h('div', { style: style.amountNote }, amount.note),
    ),
    h(Column, { style: look.value }, amount.amount),
  );
