import { ORDER_MARK, type References, takeReferences } from './references.ts';
import { normalise } from './spelling.ts';
import type { InterpretContext, Meaning } from './types.ts';

/** What the text is about: what it names, else what its thread is about. */
export type Subject = Readonly<{
  order: string | undefined;
  /** Named orders. */
  orders: readonly string[];
  /** The named orders are one list, and the same is said of all: "1001, 1002 and 1003". */
  oneList: boolean;
  rma: string | undefined;
  named: References;
  refersToNothing: boolean;
  /** As written. */
  written: string;
  /** As written, numbers marked: for names of goods. */
  raw: string;
  /** Normalised, numbers marked. */
  text: string;
}>;

/** "#1001, #1002", "1001 and 1002", "1001 & order 1002 too": between two numbers of one list. */
const JOINT =
  /^[\s,;&+()-]*(?:and |und |sowie |bitte |or |also |as well as |plus |then |please |cancel |return |both |with |& )*[\s,;&+()-]*$/;
/** From … to …: a range is not two orders. */
const RANGE = /^\s*(?:-+|to|through|thru|till|until|bis|\.\.+)\s*$/;

const isOneList = (text: string): boolean => {
  const between = text.split(ORDER_MARK).slice(1, -1);
  return between.every((joint) => JOINT.test(joint) && !RANGE.test(joint) && !/\bor\b/.test(joint));
};

/** `1003`, `#1003`: a thread's order in our spelling. */
const orderName = (order: string | undefined): string | undefined =>
  order === undefined || !/^#?\d+$/.test(order.trim()) ? undefined : `#${order.trim().replace('#', '')}`;

const COUNT_WORDS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Both", "all three", "all of them", of as many orders as are named: the orders themselves, and no part of them. */
const allOfThem = (count: number): RegExp =>
  new RegExp(
    String.raw`\b(?:${count === 2 ? 'both|' : ''}all (?:of )?(?:${COUNT_WORDS[count] ?? count}|${count}|them|these|those))(?: of (?:them|these|those))?(?: (?:\w+ )?orders)?\b`,
    'gi',
  );

export const subjectOf = (written: string, context: InterpretContext): Subject => {
  const named = takeReferences(written);
  const refersToNothing = named.orders.length === 0 && named.rmas.length === 0 && named.invalidRmas.length === 0;
  const several = named.orders.length > 1 && isOneList(normalise(named.rest));
  const rest = several ? named.rest.replace(allOfThem(named.orders.length), ' ') : named.rest;
  const text = normalise(rest);
  return {
    order: named.orders[0] ?? (refersToNothing ? orderName(context.order) : undefined),
    orders: named.orders,
    oneList: named.orders.length < 2 || several,
    rma: named.rmas[0] ?? (refersToNothing ? context.rma : undefined),
    named,
    refersToNothing,
    written,
    raw: rest,
    text,
  };
};

export const unknown = ({ order, rma }: Subject): Meaning => ({
  intent: 'unknown',
  ...(order === undefined ? {} : { order }),
  ...(rma === undefined ? {} : { rma }),
});
