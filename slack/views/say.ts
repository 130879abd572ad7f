import type { StaffMessage } from '../../policy/app/ports.ts';
import { readersDates } from '../text/dates.ts';
import { escapeMrkdwn, truncate } from '../text/escape.ts';
import { context, type KnownBlock, type Message, section, sectionIf } from './blocks.ts';
import { moneyText } from './money.ts';
import { orderItems, orderLine } from './order-line.ts';
import { verdictText } from './verdict.ts';

type SayMessage = Extract<StaffMessage, { kind: 'say' }>;

/** More than this is a crowd, and nobody feels called. */
const MENTIONS = 10;

/** An answer: words, and where it is about an order, the order and what the policy says. */
export const sayMessage = ({ text, order, decision, mention = [] }: SayMessage): Message => {
  const called = mention.filter((user) => /^[UW][A-Z0-9]+$/.test(user)).slice(0, MENTIONS);
  const to = called.length === 0 ? '' : `${called.map((user) => `<@${user}>`).join(' ')}: `;
  const words = readersDates(escapeMrkdwn(truncate(text, 2_000)));
  const blocks: KnownBlock[] = [
    section(truncate(`${to}${words}`, 2_900)),
    ...(order === null ? [] : [context(`${orderLine(order.facts)}\n${orderItems(order.facts)}`)]),
    ...(decision === null ? [] : [section(verdictText(decision))]),
    ...sectionIf(moneyText(decision)),
  ];
  return { text: truncate(`${to}${words}`, 3_000), blocks };
};
