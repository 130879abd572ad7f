import type { Action } from './action.ts';
import { assign } from './assign.ts';
import { cannotSupply, customerAnswers } from './backorder.ts';
import { cancel } from './cancel.ts';
import { deliveryRefused } from './delivery.ts';
import { found } from './inspect.ts';
import { inviteCustomer } from './invite.ts';
import { keepsOrder } from './keep.ts';
import { voidLinks } from './links.ts';
import { arrived, seemsLost, underWay } from './parcel.ts';
import { approveRefund, declineRefund } from './refund.ts';
import { choosesAgain } from './remedy.ts';
import { openReturn } from './return.ts';
import { declineReturn, moreTime, plusDays } from './terms.ts';

/** Everything that can be asked for; the order carries no meaning. */
export const ACTIONS: readonly Action[] = [
  cancel,
  openReturn,
  deliveryRefused,
  cannotSupply,
  customerAnswers,
  approveRefund,
  declineRefund,
  declineReturn,
  moreTime,
  plusDays,
  seemsLost,
  found,
  underWay,
  arrived,
  assign,
  keepsOrder,
  choosesAgain,
  inviteCustomer,
  voidLinks,
];
