import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { STYLE } from './style.ts';

/** One button: what it says, and what it sends. */
export type Choice = Readonly<{ label: string; value: string; hint: string | null }>;

/** A customer's page: what stands on it, in the order it is read. Plain text: it is escaped where it is drawn. */
export type CustomerPage = Readonly<{
  title: string;
  /** null: whose page it is can't be told. */
  shop: Readonly<{ name: string; contactEmail: string }> | null;
  paragraphs: readonly string[];
  items?: readonly Readonly<{ title: string; quantity: number }>[];
  /** The first is what the customer most likely came for. */
  choices?: readonly Choice[];
  note?: string;
}>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No scripts, nothing from anywhere else, sent nowhere else, shown in no frame. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The page as HTML; works without scripts and down to the width of a small phone. */
export const drawPage = (page: CustomerPage): string => {
  const { shop, items = [], choices = [] } = page;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}${shop === null ? '' : ` · ${escapeHtml(shop.name)}`}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${shop === null ? '' : `<p class="shop">${escapeHtml(shop.name)}</p>`}
<h1>${escapeHtml(page.title)}</h1>
${page.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item.quantity} × ${escapeHtml(item.title)}</li>`).join('')}</ul>`}
${choices.length === 0 ? '' : form(choices)}
${page.note === undefined ? '' : `<p class="note">${escapeHtml(page.note)}</p>`}
${shop?.contactEmail ? `<p class="note">Questions? Write to <a href="mailto:${escapeHtml(shop.contactEmail)}">${escapeHtml(shop.contactEmail)}</a>.</p>` : ''}
</main>
</body>
</html>
`;
};

const form = (choices: readonly Choice[]): string =>
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
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    })
    .type('html')
    .send(drawPage(page));
};
