import type { ReadCancelJobQuery, ReadCancelJobQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** How far an orderCancel is. Errors may appear only here, after the mutation itself went well. */
export const READ_CANCEL_JOB = operation<ReadCancelJobQuery, ReadCancelJobQueryVariables>(`
  query ReadCancelJob($id: ID!) {
    node(id: $id) {
      ... on OrderCancelJobResult {
        __typename
        done
        status
        errors {
          code
          message
        }
        order {
          cancelledAt
        }
      }
    }
  }
`);
