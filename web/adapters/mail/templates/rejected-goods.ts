import type { Settings } from '../../../../policy/settings.ts';
import { type MailBase, paragraph } from '../blocks.ts';

/** What becomes of goods that were not accepted (A18); `until`: a date to read. */
export type RejectedGoods = Readonly<{ how: Settings['rejectedGoods']; until: string }>;

const TEXTS = {
  hold: 'test-result.rejected',
  dispose: 'test-result.rejected.dispose',
  return_at_customer_cost: 'test-result.rejected.return',
} as const;

export const rejectedGoods = ({ how, until }: RejectedGoods, words: MailBase['words']) =>
  paragraph(words.say(TEXTS[how], how === 'return_at_customer_cost' ? {} : { date: until }));
