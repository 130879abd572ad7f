import { hasWord, word } from '../messages/index.ts';

/** What a text of the mails is for, e.g. `rma-issued.pack` → “Step: pack”: the label of its field. */
export const mailWord = (name: string): string =>
  word('mail-word', hasWord('mail-word', name) ? name : name.slice(name.indexOf('.') + 1));
