import { ORDER_FACTS_FRAGMENT } from '../../../../policy/facts/admin-order.graphql.ts';
import type { ReadOrderQuery, ReadOrderQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What the order says is chosen, and parsed, in `policy/facts`. */
export const READ_ORDER = operation<ReadOrderQuery, ReadOrderQueryVariables>(`
  query ReadOrder($id: ID!) {
    order(id: $id) {
      ...OrderFacts
    }
  }
  ${ORDER_FACTS_FRAGMENT}
`);
