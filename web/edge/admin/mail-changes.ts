import { isDeepStrictEqual } from 'node:util';
import type { MailLook } from '../../../policy/app/mail-look.ts';
import { LANGUAGES } from '../../../policy/texts/customer/index.ts';

const FIELDS = {
  replyTo: 'the address to answer to',
  accent: 'the colour',
  language: 'the language',
  logo: 'the logo',
} as const;

/** What differs between two looks, by name: fields, and texts as `en rma-issued.subject`. */
export const changesOf = (before: MailLook, after: MailLook): readonly string[] => [
  ...(Object.keys(FIELDS) as (keyof typeof FIELDS)[])
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((name) => FIELDS[name]),
  ...LANGUAGES.flatMap((language) => {
    const [old, now]: Record<string, string | undefined>[] = [
      { ...before.texts[language] },
      { ...after.texts[language] },
    ];
    return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
      .filter((word) => old?.[word] !== now?.[word])
      .map((word) => `${language} ${word}`);
  }),
];
