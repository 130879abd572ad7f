import type { ReadReturnReasonsQuery, ReadReturnReasonsQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const READ_RETURN_REASONS = operation<ReadReturnReasonsQuery, ReadReturnReasonsQueryVariables>(`
  query ReadReturnReasons($handles: [String!]!) {
    returnReasonDefinitions(first: 20, handles: $handles) {
      nodes {
        id
        handle
      }
    }
  }
`);
