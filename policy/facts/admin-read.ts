import { PolicyError } from '../errors.ts';
import type { Currency, Minor } from '../money/money.ts';
import { sum } from '../money/money.ts';
import { moneyOf, notNegative } from './amounts.ts';
import { asNode, child, children, flag, has, missingFact, type Node } from './read.ts';

const cutOff = (at: string): PolicyError =>
  new PolicyError('facts/missing', at, `\`${at}\` has more than one read brings; read the rest first`);

/** All nodes of a connection. @throws PolicyError `facts/missing` where there is another page */
export const nodes = (node: Node, key: string): Node[] => {
  const connection = child(node, key);
  if (!connection) return [];
  const page = child(connection, 'pageInfo');
  if (page && flag(page, 'hasNextPage') === true) throw cutOff(connection.at);
  return children(connection, 'nodes');
};

/**
 * A list that Shopify tells without pages: as long as was asked for, it may have been cut off. Whoever read the rest of
 * it hands it on as a page.
 */
export const listOf = (node: Node, key: string, limit: number): Node[] => {
  if (has(node, key) && !Array.isArray(node.value[key])) return nodes(node, key);
  const list = children(node, key);
  if (list.length >= limit) throw cutOff(`${node.at}.${key}`);
  return list;
};

/** The customer's side of a MoneyBag. */
export const bag = (node: Node, key: string, currency: Currency): Minor | null => {
  const set = child(node, key);
  return set ? moneyOf(asNode(set.value.presentmentMoney, `${set.at}.presentmentMoney`), currency) : null;
};

export const needBag = (node: Node, key: string, currency: Currency): Minor => {
  const amount = bag(node, key, currency);
  if (amount === null) throw missingFact(`${node.at}.${key}`);
  return amount;
};

export const priceBag = (node: Node, key: string, currency: Currency): Minor =>
  notNegative(needBag(node, key, currency), `${node.at}.${key}`);

export const sumOfBags = (list: readonly Node[], key: string, currency: Currency): Minor =>
  sum(list.map((item) => priceBag(item, key, currency)));
