/**
 * Message ids of mails (RFC 5322): one a mail, the same for every attempt, so that a second one is recognised as the
 * same mail; and one a case, which every mail of it refers to, so that mailboxes and answers stay together.
 */
export const messageIdOf = (effectId: string, shop: string): string => `<${effectId}@${shop}>`;
export const threadIdOf = (caseId: string, shop: string): string => `<case-${caseId}@${shop}>`;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const OURS = new RegExp(`<(case-)?(${UUID})@([a-z0-9][a-z0-9-]*\\.myshopify\\.com)>`, 'gi');

/** Our ids among those that a mail refers to, in the order they stand. */
export const ourIdsIn = (text: string): readonly Readonly<{ kind: 'case' | 'mail'; id: string; shop: string }>[] =>
  [...text.matchAll(OURS)].map(([, prefix, id = '', shop = '']) => ({
    kind: prefix === undefined ? 'mail' : 'case',
    id: id.toLowerCase(),
    shop: shop.toLowerCase(),
  }));
