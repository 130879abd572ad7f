import type { CaseDetail, OrderView, ReadModel } from '../../policy/app/read-model.ts';
import { type Answer, tell } from './answer.ts';

type Found<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; answer: Answer }>;

const NEAREST = 3;

/** The order staff mean by its name; if there is none, the nearest there are. */
export const findOrder = async (read: ReadModel, shop: string, name: string): Promise<Found<OrderView>> => {
  const view = await read.orderByName(shop, name);
  if (view !== null) return { ok: true, value: view };
  const nearest = await read.nearestOrders(shop, name, NEAREST);
  const hint =
    nearest.length === 0
      ? ''
      : nearest.length === 1
        ? ` The nearest is ${nearest[0]}.`
        : ` The nearest are ${nearest.join(', ')}.`;
  return { ok: false, answer: tell(`There is no order ${name} here.${hint}`) };
};

export const findCase = async (read: ReadModel, shop: string, rma: string): Promise<Found<CaseDetail>> => {
  const detail = await read.caseByRma(shop, rma);
  return detail === null
    ? { ok: false, answer: tell(`${rma} is a valid number, but no case here has it. It may belong to another shop.`) }
    : { ok: true, value: detail };
};
