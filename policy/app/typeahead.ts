import type { OrderFacts } from '../facts/order-facts.ts';
import type { CaseRecord } from './records.ts';

/**
 * What is offered while somebody types. Slack waits for each answer, letter by letter: nothing is read, opened or
 * reckoned that an option does not show.
 */
export type Typeahead = Readonly<{
  /** By the beginning of the name, else by customer, RMA or tracking number; newest first for an empty text. */
  orders(shop: string, text: string, limit: number): Promise<readonly OrderFacts[]>;
  /** Open returns, found as cases are. */
  returns(
    shop: string,
    text: string,
    limit: number,
  ): Promise<readonly Readonly<Pick<CaseRecord, 'id' | 'number' | 'rma' | 'orderName' | 'state'>>[]>;
}>;
