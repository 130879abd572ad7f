import { processReturn } from '../../actions/return-process.ts';
import type { WantedReturnLine } from '../../actions/returns.ts';
import {
  approveReturn,
  cancelReturn,
  closeReturn,
  declineReturn,
  makeReturn,
  removeFromReturn,
  reopenReturn,
} from '../../actions/returns.ts';
import type { Order, Return } from '../../model/model.ts';
import { add, ZERO } from '../../model/money.ts';
import { paymentsOf } from '../../model/order-sums.ts';
import { Refused, refuse } from '../../model/refused.ts';
import type { Action } from '../../model/world.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { readMoneyInput } from '../money-out.ts';
import { mutation } from '../mutation.ts';
import { refundNode } from '../nodes/refund.ts';
import { returnNode } from '../nodes/return.ts';
import type { RefundShippingArgs } from '../nodes/return-outcome.ts';
import { wantedShipping } from '../nodes/return-outcome.ts';
import type { DutyArgs } from '../nodes/suggested-refund.ts';
import { wantedDuties } from '../nodes/suggested-refund.ts';
import type { TypeResolvers } from '../schema.ts';

import { type DispositionArgs, unknownLocations, wantedDispositions } from './reverse.ts';

type MoneyInput = { amount: string; currencyCode: string };
type LineArgs = {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReason?: string | null;
  returnReasonDefinitionId?: string | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
  restockingFee?: { percentage: number } | null;
};
type ReturnArgs = {
  orderId: string;
  returnLineItems: readonly LineArgs[];
  exchangeLineItems?: readonly { variantId?: string | null; quantity: number }[] | null;
  returnShippingFee?: { amount: MoneyInput } | null;
};

const SCOPES = { scopes: ['write_returns'] };

const wantedReturnLines = (lines: readonly LineArgs[], root: string): WantedReturnLine[] =>
  lines.map((line, index) => {
    if ((line.customerNote ?? '').length > 300) {
      const field = [root, 'returnLineItems', String(index), 'customerNote'];
      refuse(field, 'Customer note is too long (maximum is 300 characters)', 'TOO_LONG');
    }
    const percentage = line.restockingFee?.percentage ?? null;
    if (percentage !== null && (percentage < 0 || percentage > 100)) {
      const field = [root, 'returnLineItems', String(index), 'restockingFee', 'percentage'];
      refuse(field, 'Percentage must be between 0 and 100', 'INVALID');
    }
    return {
      fulfillmentLineId: idOf(line.fulfillmentLineItemId, 'FulfillmentLineItem'),
      quantity: line.quantity,
      reason: line.returnReason ?? null,
      reasonDefinition: line.returnReasonDefinitionId
        ? idOf(line.returnReasonDefinitionId, 'ReturnReasonDefinition')
        : null,
      note: line.returnReasonNote ?? '',
      customerNote: line.customerNote ?? null,
      restockingFee: percentage,
    };
  });

const opening = (status: 'requested' | 'open', root: 'input' | 'returnInput') =>
  mutation(SCOPES, (args: Record<string, ReturnArgs>, context, action) => {
    const input = args[root] as ReturnArgs;
    const order = context.world.findOrder(idOf(input.orderId, 'Order'), context.shop);
    if (!order) return refuse([root, 'orderId'], 'Order not found.', 'NOT_FOUND');
    const exchangeLines = (input.exchangeLineItems ?? []).map((line, index) => {
      const field = [root, 'exchangeLineItems', String(index), 'variantId'];
      const variantId = line.variantId ? idOf(line.variantId, 'ProductVariant') : null;
      const found = context.world.findVariant(variantId);
      if (!found || found.product.shop !== context.shop.domain) {
        return refuse(field, 'Variant not found.', 'NOT_FOUND');
      }
      return { variantId: found.variant.id, quantity: line.quantity };
    });
    const fee = input.returnShippingFee;
    const ret = makeReturn(
      context.world,
      order,
      action,
      {
        lines: wantedReturnLines(input.returnLineItems, root),
        exchangeLines,
        shippingFee: fee ? readMoneyInput(order, fee.amount, ZERO, [root, 'returnShippingFee', 'amount']) : null,
        root,
      },
      status,
    );
    return payloadOf(context, order, ret);
  });

const payloadOf = (context: Context, order: Order, ret: Return) => ({
  return: () => returnNode(context.world, order, ret),
  userErrors: [],
});

const needReturn = (context: Context, gid: string, field: readonly string[]): { order: Order; ret: Return } => {
  const hit = context.world.findReturn(idOf(gid, 'Return'));
  return hit?.order.shop === context.shop.domain ? hit : refuse(field, 'Return not found.', 'NOT_FOUND');
};

/** A mutation that moves one return on. */
const moving = (field: readonly string[], run: (order: Order, ret: Return, action: Action) => void) =>
  mutation(SCOPES, (args: { id?: string; input?: { id: string } }, context, action) => {
    const { order, ret } = needReturn(context, args.id ?? args.input?.id ?? '', field);
    run(order, ret, action);
    return payloadOf(context, order, ret);
  });

type ProcessArgs = {
  input: {
    returnId: string;
    returnLineItems?:
      | readonly { id: string; quantity: number; dispositions?: readonly DispositionArgs[] | null }[]
      | null;
    exchangeLineItems?: readonly { id: string; quantity: number }[] | null;
    refundShipping?: RefundShippingArgs | null;
    refundDuties?: readonly DutyArgs[] | null;
    tipLineId?: string | null;
    financialTransfer?: {
      issueRefund?: {
        orderTransactions: readonly { parentId: string; transactionAmount: MoneyInput }[];
        refundMethods?: readonly { storeCreditRefund?: { amount: MoneyInput } | null }[] | null;
      } | null;
    } | null;
    note?: string | null;
  };
};

const returnProcess = mutation(SCOPES, ({ input }: ProcessArgs, context, action) => {
  const { order, ret } = needReturn(context, input.returnId, ['input', 'returnId']);
  const lines = input.returnLineItems ?? [];
  const dispositions = wantedDispositions(lines.flatMap((line) => line.dispositions ?? []));
  const unknown = unknownLocations(context, dispositions, ['input', 'returnLineItems']);
  if (unknown.length > 0) throw new Refused(unknown);
  const issue = input.financialTransfer?.issueRefund ?? null;
  const at = ['input', 'financialTransfer', 'issueRefund'];
  const { left } = paymentsOf(order);
  processReturn(context.world, order, ret, action, {
    lines: lines.map((line) => ({ returnLineId: idOf(line.id, 'ReturnLineItem'), quantity: line.quantity })),
    exchanges: (input.exchangeLineItems ?? []).map((line) => ({
      exchangeLineId: idOf(line.id, 'ExchangeLineItem'),
      quantity: line.quantity,
    })),
    shipping: wantedShipping(order, input.refundShipping),
    duties: wantedDuties(input.refundDuties),
    tips: Boolean(input.tipLineId),
    dispositions,
    tenders: issue
      ? issue.orderTransactions.map((transaction) => ({
          parentId: idOf(transaction.parentId, 'OrderTransaction'),
          amount: readMoneyInput(order, transaction.transactionAmount, left, at),
        }))
      : null,
    storeCredit: add(
      ...(issue?.refundMethods ?? []).map(({ storeCreditRefund }) =>
        storeCreditRefund ? readMoneyInput(order, storeCreditRefund.amount, left, at) : ZERO,
      ),
    ),
    note: input.note ?? null,
  });
  return payloadOf(context, order, ret);
});

const returnRefund = mutation(
  SCOPES,
  (
    {
      returnRefundInput: input,
    }: {
      returnRefundInput: {
        returnId: string;
        returnRefundLineItems: readonly { returnLineItemId: string; quantity: number }[];
        orderTransactions?: readonly { parentId: string; transactionAmount: MoneyInput }[] | null;
        refundShipping?: RefundShippingArgs | null;
        refundDuties?: readonly DutyArgs[] | null;
      };
    },
    context,
    action,
  ) => {
    const { order, ret } = needReturn(context, input.returnId, ['returnRefundInput', 'returnId']);
    const { left } = paymentsOf(order);
    const refund = processReturn(context.world, order, ret, action, {
      lines: input.returnRefundLineItems.map((line) => ({
        returnLineId: idOf(line.returnLineItemId, 'ReturnLineItem'),
        quantity: line.quantity,
      })),
      exchanges: [],
      shipping: wantedShipping(order, input.refundShipping),
      duties: wantedDuties(input.refundDuties),
      tips: false,
      dispositions: [],
      tenders: (input.orderTransactions ?? []).map((transaction) => ({
        parentId: idOf(transaction.parentId, 'OrderTransaction'),
        amount: readMoneyInput(order, transaction.transactionAmount, left, ['returnRefundInput', 'orderTransactions']),
      })),
      storeCredit: ZERO,
      note: null,
    });
    return { refund: refund && refundNode(context.world, order, refund), userErrors: [] };
  },
);

const removing = mutation(
  SCOPES,
  (
    args: {
      returnId: string;
      returnLineItems?: readonly { returnLineItemId: string; quantity: number }[] | null;
      exchangeLineItems?: readonly { exchangeLineItemId: string; quantity: number }[] | null;
    },
    context,
    action,
  ) => {
    const { order, ret } = needReturn(context, args.returnId, ['returnId']);
    removeFromReturn(
      order,
      ret,
      action,
      (args.returnLineItems ?? []).map((line) => ({
        returnLineId: idOf(line.returnLineItemId, 'ReturnLineItem'),
        quantity: line.quantity,
      })),
      (args.exchangeLineItems ?? []).map((line) => ({
        exchangeLineId: idOf(line.exchangeLineItemId, 'ExchangeLineItem'),
        quantity: line.quantity,
      })),
    );
    return payloadOf(context, order, ret);
  },
);

const returnApproveRequest = mutation(SCOPES, ({ input }: { input: { id: string } }, context, action) => {
  const { order, ret } = needReturn(context, input.id, ['input', 'id']);
  approveReturn(context.world, order, ret, action);
  return payloadOf(context, order, ret);
});

const returnDeclineRequest = mutation(
  SCOPES,
  ({ input }: { input: { id: string; declineReason: string; declineNote?: string | null } }, context, action) => {
    const { order, ret } = needReturn(context, input.id, ['input', 'id']);
    declineReturn(order, ret, action, { reason: input.declineReason, note: input.declineNote ?? null });
    return payloadOf(context, order, ret);
  },
);

export const RETURN_MUTATIONS: TypeResolvers = {
  returnRequest: opening('requested', 'input'),
  returnCreate: opening('open', 'returnInput'),
  returnApproveRequest,
  returnDeclineRequest,
  returnProcess,
  returnRefund,
  returnCancel: moving(['id'], cancelReturn),
  returnClose: moving(['id'], closeReturn),
  returnReopen: moving(['id'], reopenReturn),
  removeFromReturn: removing,
};
