import type { RecordTrackingMutation, RecordTrackingMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** No lines named: all lines of the reverse fulfilment order travel in this parcel. */
export const RECORD_TRACKING = operation<RecordTrackingMutation, RecordTrackingMutationVariables>(`
  mutation RecordTracking($id: ID!, $tracking: ReverseDeliveryTrackingInput!) {
    reverseDeliveryCreateWithShipping(
      reverseFulfillmentOrderId: $id
      reverseDeliveryLineItems: []
      trackingInput: $tracking
      notifyCustomer: false
    ) {
      reverseDelivery {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
