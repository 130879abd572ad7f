import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Words } from '../../../policy/texts/customer/index.ts';
import { drawForm, escapeHtml, type Form } from './form.ts';
import { SCRIPT } from './script.ts';
import { styleOf } from './style.ts';

/** One button: what it says, and what it sends. */
export type Choice = Readonly<{ label: string; value: string; hint: string | null }>;

/** Whose page it is, and how it looks. */
export type PageShop = Readonly<{
  name: string;
  contactEmail: string;
  accent: string;
  logo: Readonly<{ mimetype: string; bytes: Uint8Array }> | null;
}>;

/** A customer's page: what stands on it, in the order it is read. Plain text: it is escaped where it is drawn. */
export type CustomerPage = Readonly<{
  title: string;
  words: Words;
  /** null: whose page it is can't be told. */
  shop: PageShop | null;
  /** What went wrong with what was sent, before anything else. */
  problems?: readonly string[];
  paragraphs: readonly string[];
  facts?: readonly Readonly<{ label: string; value: string }>[];
  items?: readonly Readonly<{ title: string; quantity: number }>[];
  amounts?: Readonly<{
    title: string;
    rows: readonly Readonly<{ label: string; amount: string }>[];
    total: Readonly<{ label: string; amount: string }>;
  }>;
  /** Rules in plain words, each with its number. */
  clauses?: readonly Readonly<{ id: string; sentence: string }>[];
  /** The first is what the customer most likely came for. */
  choices?: readonly Choice[];
  form?: Form;
  links?: readonly Readonly<{ label: string; url: string }>[];
  note?: string;
}>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const SCRIPT_HASH = sha256(SCRIPT);

/** Nothing from anywhere else, sent nowhere else, shown in no frame. The one script shows progress of an upload. */
const policyFor = (style: string, hasScript: boolean): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    'img-src data:',
    ...(hasScript ? [`script-src 'sha256-${SCRIPT_HASH}'`, "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const when = (there: unknown, html: string): string => (there ? html : '');

/** The page as HTML; works without scripts and down to the width of a small phone. */
export const drawPage = (page: CustomerPage): string => {
  const { shop, words, items = [], choices = [], problems = [], facts = [], links = [], clauses = [] } = page;
  const title = escapeHtml(page.title);
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}${when(shop?.name, ` · ${escapeHtml(shop?.name ?? '')}`)}</title>
<style>${styleOf(shop?.accent)}</style>
</head>
<body>
<main>
${brand(shop)}
<h1>${title}</h1>
${when(problems.length, `<div class="problems" role="alert"><ul>${problems.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></div>`)}
${page.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${when(facts.length, `<dl>${facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`)}
${when(items.length, `<ul class="items">${items.map((item) => `<li>${item.quantity} × ${escapeHtml(item.title)}</li>`).join('')}</ul>`)}
${amounts(page.amounts)}
${when(clauses.length, `<ul class="clauses">${clauses.map(({ id, sentence }) => `<li><b>${id}</b> ${escapeHtml(sentence)}</li>`).join('')}</ul>`)}
${when(choices.length, choiceForm(choices))}
${page.form === undefined ? '' : drawForm(page.form)}
${when(links.length, `<p class="links">${links.map(({ label, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`).join('\n')}</p>`)}
${when(page.note, `<p class="note">${escapeHtml(page.note ?? '')}</p>`)}
${when(shop?.contactEmail, `<p class="note">${questions(words, shop?.contactEmail ?? '')}</p>`)}
</main>
${when(page.form?.progress, `<script>${SCRIPT}</script>`)}
</body>
</html>
`;
};

const brand = (shop: PageShop | null): string => {
  if (shop === null) return '';
  if (shop.logo === null) return `<p class="shop">${escapeHtml(shop.name)}</p>`;
  const data = Buffer.from(shop.logo.bytes).toString('base64');
  return `<p class="shop"><img alt="${escapeHtml(shop.name)}" src="data:${shop.logo.mimetype};base64,${data}"></p>`;
};

const questions = (words: Words, email: string): string => {
  const address = escapeHtml(email);
  return escapeHtml(words.say('page.questions', { email: '\0' })).replace(
    '\0',
    `<a href="mailto:${address}">${address}</a>`,
  );
};

const amounts = (sum: CustomerPage['amounts']): string =>
  sum === undefined
    ? ''
    : `<table><caption>${escapeHtml(sum.title)}</caption><tbody>${sum.rows
        .map(({ label, amount }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(amount)}</td></tr>`)
        .join('')}</tbody><tfoot><tr><th scope="row">${escapeHtml(sum.total.label)}</th><td>${escapeHtml(
        sum.total.amount,
      )}</td></tr></tfoot></table>`;

const choiceForm = (choices: readonly Choice[]): string =>
  `<form method="post">${choices
    .map(
      ({ label, value, hint }, index) =>
        `<button name="answer" value="${escapeHtml(value)}"${index === 0 ? ' class="first"' : ''}>${escapeHtml(label)}${
          hint === null ? '' : `<span>${escapeHtml(hint)}</span>`
        }</button>`,
    )
    .join('\n')}</form>`;

/** A page is the customer's alone: kept by nobody, found by no search engine, and its address told to nobody. */
export const sendPage = (res: Response, status: number, page: CustomerPage): void => {
  res
    .status(status)
    .set({
      'Content-Security-Policy': policyFor(styleOf(page.shop?.accent), page.form?.progress !== undefined),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .type('html')
    .send(drawPage(page));
};
