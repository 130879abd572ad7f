import type { StaffMessage } from '../../policy/app/ports.ts';
import { escapeMrkdwn, truncate } from '../text/escape.ts';
import { context, type KnownBlock, type Message, section, sectionIf } from './blocks.ts';
import { moneyText } from './money.ts';
import { orderItems, orderLine } from './order-line.ts';
import { verdictText } from './verdict.ts';

type SayMessage = Extract<StaffMessage, { kind: 'say' }>;

/** An answer: words, and where it is about an order, the order and what the policy says. */
export const sayMessage = ({ text, order, decision }: SayMessage): Message => {
  const blocks: KnownBlock[] = [
    section(truncate(escapeMrkdwn(truncate(text, 2_000)), 2_900)),
    ...(order === null ? [] : [context(`${orderLine(order.facts)}\n${orderItems(order.facts)}`)]),
    ...(decision === null ? [] : [section(verdictText(decision))]),
    ...sectionIf(moneyText(decision)),
  ];
  return { text: truncate(escapeMrkdwn(truncate(text, 2_000)), 3_000), blocks };
};
