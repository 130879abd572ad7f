import { APPROVE_RETURN } from './approve-return.ts';
import { CALCULATE_RETURN } from './calculate-return.ts';
import { CANCEL_ORDER } from './cancel-order.ts';
import { CANCEL_RETURN } from './cancel-return.ts';
import { CLOSE_RETURN } from './close-return.ts';
import { CREATE_REFUND } from './create-refund.ts';
import { CREATE_RETURN } from './create-return.ts';
import { DECLINE_RETURN } from './decline-return.ts';
import { DISPOSE_GOODS } from './dispose-goods.ts';
import { FIND_EXPORT, READ_EXPORT, START_EXPORT } from './export-orders.ts';
import { HOLD_FULFILLMENT } from './hold-fulfillment.ts';
import { PROCESS_RETURN } from './process-return.ts';
import { READ_CANCEL_JOB } from './read-cancel-job.ts';
import { READ_CHANGED_ORDERS } from './read-changed-orders.ts';
import { READ_DISPOSITIONS } from './read-dispositions.ts';
import { READ_EXCHANGES } from './read-exchanges.ts';
import { READ_FULFILLMENT_ORDER } from './read-fulfillment-order.ts';
import { READ_FULFILLMENT_ORDERS, READ_MORE_FULFILLMENT_ORDERS } from './read-fulfillment-orders.ts';
import {
  READ_MORE_FULFILLMENT_ORDER_LINES,
  READ_MORE_ORDER_LINES,
  READ_MORE_PARCEL_LINES,
  READ_MORE_REFUND_LINES,
  READ_MORE_REFUND_TRANSACTIONS,
  READ_MORE_RETURN_LINES,
  READ_MORE_SHIPPING_LINES,
  READ_ORDER_AGE,
} from './read-more-lines.ts';
import { READ_LONG_LISTS, READ_MORE_RETURNS, READ_PARCELS, READ_REFUNDS } from './read-more-of-order.ts';
import { READ_MORE_PLACE_LINES, READ_MORE_PLACES, READ_MORE_RETURN_IDS } from './read-more-of-return.ts';
import { READ_ORDER } from './read-order.ts';
import { READ_RETURN } from './read-return.ts';
import { READ_RETURN_OUTCOME } from './read-return-outcome.ts';
import { READ_RETURN_REASONS } from './read-return-reasons.ts';
import { READ_RETURN_REFUNDS } from './read-return-refunds.ts';
import { READ_MORE_REQUESTED_LINES, READ_RETURN_REQUEST } from './read-return-request.ts';
import { READ_RETURNS } from './read-returns.ts';
import { READ_SHOP } from './read-shop.ts';
import { READ_STOCK, READ_STOCK_OF_VARIANT } from './read-stock.ts';
import { READ_SUGGESTED_REFUND } from './read-suggested-refund.ts';
import { RECORD_TRACKING } from './record-tracking.ts';
import { RELEASE_HOLD } from './release-hold.ts';
import { REMOVE_EXCHANGES } from './remove-exchanges.ts';
import { REOPEN_RETURN } from './reopen-return.ts';
import { REQUEST_RECALL } from './request-recall.ts';

/** Everything this product asks of the Admin API. */
export const OPERATIONS = [
  START_EXPORT,
  READ_EXPORT,
  FIND_EXPORT,
  APPROVE_RETURN,
  CALCULATE_RETURN,
  CANCEL_ORDER,
  CANCEL_RETURN,
  CLOSE_RETURN,
  CREATE_REFUND,
  CREATE_RETURN,
  HOLD_FULFILLMENT,
  DECLINE_RETURN,
  DISPOSE_GOODS,
  PROCESS_RETURN,
  READ_CANCEL_JOB,
  READ_CHANGED_ORDERS,
  READ_DISPOSITIONS,
  READ_EXCHANGES,
  READ_FULFILLMENT_ORDER,
  READ_FULFILLMENT_ORDERS,
  READ_ORDER,
  READ_MORE_FULFILLMENT_ORDER_LINES,
  READ_MORE_ORDER_LINES,
  READ_MORE_PARCEL_LINES,
  READ_MORE_REFUND_LINES,
  READ_MORE_REFUND_TRANSACTIONS,
  READ_MORE_RETURN_LINES,
  READ_MORE_SHIPPING_LINES,
  READ_ORDER_AGE,
  READ_LONG_LISTS,
  READ_PARCELS,
  READ_REFUNDS,
  READ_MORE_FULFILLMENT_ORDERS,
  READ_MORE_PLACE_LINES,
  READ_MORE_PLACES,
  READ_MORE_REQUESTED_LINES,
  READ_MORE_RETURN_IDS,
  READ_MORE_RETURNS,
  READ_RETURN,
  READ_RETURN_OUTCOME,
  READ_RETURN_REASONS,
  READ_RETURN_REFUNDS,
  READ_RETURN_REQUEST,
  READ_RETURNS,
  READ_SHOP,
  READ_SUGGESTED_REFUND,
  READ_STOCK,
  READ_STOCK_OF_VARIANT,
  RECORD_TRACKING,
  RELEASE_HOLD,
  REMOVE_EXCHANGES,
  REOPEN_RETURN,
  REQUEST_RECALL,
] as const;
