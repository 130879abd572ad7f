import type { Order } from '../../edge/admin/contract.ts';

/** e.g. `Wireless headphones, Graphite`; a line that an edit took away is named by its id. */
export const lineTitle = (order: Pick<Order, 'lines'>, lineItemId: string): string => {
  const line = order.lines.find(({ id }) => id === lineItemId);
  if (line === undefined) return `line ${lineItemId}`;
  return line.variantTitle === null ? line.title : `${line.title}, ${line.variantTitle}`;
};
