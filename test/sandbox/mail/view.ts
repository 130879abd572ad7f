import { escapeHtml } from '../pages/escape.ts';
import type { StoredMail } from './mailbox.ts';

/** A mail as its reader sees it: a bar with subject and people, the body in a frame of its own. */

const size = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`);

const when = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso));

const headerOr = (mail: StoredMail, name: string, otherwise: string): string => {
  const value = mail.headers[name];
  return typeof value === 'string' ? decodeWords(value) : otherwise;
};

/** Encoded words of a header (RFC 2047), as far as mails of the sandbox have them. */
const decodeWords = (value: string): string =>
  value.replace(/=\?utf-8\?(q|b)\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : decodeURIComponent(
          text
            .replace(/_/g, ' ')
            .replace(/%/g, '%25')
            .replace(/=([0-9A-F]{2})/gi, '%$1'),
        ),
  );

export const customersView = (mail: StoredMail, asText: boolean): string => {
  const plain = asText || mail.html === '';
  const files = mail.attachments
    .map(
      ({ name, size: bytes }, index) =>
        `<li><a href="${mail.id}/attachments/${index}" download>${escapeHtml(name)}</a> <span>${size(bytes)}</span></li>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(mail.subject || 'No subject')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/mail.css">
</head>
<body class="reading">
<header class="bar"><a class="back" href="inbox">‹ Inbox</a>
<nav aria-label="Show as">
${plain && mail.html !== '' ? '<a href="?">HTML</a>' : '<a aria-current="true">HTML</a>'}
${plain ? '<a aria-current="true">Plain text</a>' : '<a href="?as=text">Plain text</a>'}
</nav></header>
<main>
<h1>${escapeHtml(mail.subject || 'No subject')}</h1>
<dl>
<dt>From</dt><dd>${escapeHtml(headerOr(mail, 'from', mail.from))}</dd>
<dt>To</dt><dd>${escapeHtml(mail.to.join(', '))}</dd>
${mail.headers['reply-to'] ? `<dt>Reply to</dt><dd>${escapeHtml(headerOr(mail, 'reply-to', ''))}</dd>` : ''}
<dt>Received</dt><dd>${escapeHtml(when(mail.at))} UTC</dd>
</dl>
${files === '' ? '' : `<section aria-label="Attachments"><ul class="files">${files}</ul></section>`}
<iframe title="Message" src="${mail.id}/body${plain ? '?as=text' : ''}"></iframe>
</main>
</body>
</html>`;
};

/** Addresses in plain text become links. */
const linked = (text: string): string =>
  escapeHtml(text).replace(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);

/** What stands in the frame. Pictures that the mail carries itself are put in their place. */
export const renderBody = (mail: StoredMail, asText: boolean): string => {
  if (asText || mail.html === '')
    return `<!doctype html><meta charset="utf-8"><base target="_blank"><style>body{font:15px/1.6 ui-monospace,Menlo,Consolas,monospace;margin:24px;color:#1d1c1d;white-space:pre-wrap;overflow-wrap:anywhere}</style>${linked(mail.text)}`;
  const withPictures = mail.html.replace(/(["'(])cid:([^"')]+)/gi, (whole, before: string, cid: string) => {
    const file = mail.attachments.find(({ contentId }) => contentId === `<${cid}>` || contentId === cid);
    return file === undefined ? whole : `${before}data:${file.contentType};base64,${file.content.toString('base64')}`;
  });
  return /<head[^>]*>/i.test(withPictures)
    ? withPictures.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`)
    : `<base target="_blank">${withPictures}`;
};
