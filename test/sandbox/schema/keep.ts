/**
 * What of the Admin schema this product touches. Object types that are not listed here are left out, and with them the
 * fields that lead to them; scalars, enums and input objects come along complete.
 */
export const KEEP_QUERIES = `
  app appInstallation bulkOperation bulkOperations currentAppInstallation currentBulkOperation customer customers
  draftOrder fulfillment fulfillmentOrder fulfillmentOrders inventoryItem inventoryItems inventoryLevel job location
  locations node nodes order orders ordersCount product products productVariant productVariants refund return
  returnCalculate returnReasonDefinitions returnableFulfillment returnableFulfillments reverseDelivery
  reverseFulfillmentOrder shop webhookSubscription webhookSubscriptions
`.match(/\w+/g) as string[];

export const KEEP_MUTATIONS = `
  appUninstall bulkOperationCancel bulkOperationRunQuery draftOrderCreate draftOrderInvoiceSend fulfillmentCancel
  fulfillmentCreate fulfillmentEventCreate fulfillmentOrderAcceptCancellationRequest fulfillmentOrderCancel
  fulfillmentOrderHold fulfillmentOrderRejectCancellationRequest fulfillmentOrderReleaseHold
  fulfillmentOrderSubmitCancellationRequest fulfillmentTrackingInfoUpdate inventoryActivate inventoryAdjustQuantities
  inventoryMoveQuantities inventorySetOnHandQuantities inventorySetQuantities metafieldsDelete metafieldsSet
  orderCancel orderCapture orderClose orderEditAddCustomItem orderEditAddShippingLine orderEditAddVariant
  orderEditBegin orderEditCommit orderEditSetQuantity orderInvoiceSend orderOpen orderUpdate refundCreate
  removeFromReturn returnApproveRequest returnCancel returnClose returnCreate returnDeclineRequest returnProcess
  returnRefund returnReopen returnRequest reverseDeliveryCreateWithShipping reverseDeliveryShippingUpdate
  reverseFulfillmentOrderDispose storeCreditAccountCredit tagsAdd tagsRemove transactionVoid
  webhookSubscriptionCreate webhookSubscriptionDelete
`.match(/\w+/g) as string[];

/** Object types beside the payloads, connections, edges and errors that follow from the lists above. */
export const KEEP_TYPES = `
  AdditionalFee App AppInstallation AccessScope Attribute BulkOperation CalculatedExchangeLineItem CalculatedLineItem
  CalculatedOrder CalculatedRestockingFee CalculatedReturn CalculatedReturnLineItem CalculatedReturnShippingFee
  CalculatedShippingLine CardPaymentDetails CashRoundingAdjustment Count CurrencyFormats Customer CustomerEmailAddress
  CustomerPhoneNumber DeliveryMethod DiscountAllocation DiscountCodeApplication ManualDiscountApplication
  AutomaticDiscountApplication ScriptDiscountApplication DraftOrder DraftOrderLineItem Duty ExchangeLineItem
  Fulfillment FulfillmentEvent FulfillmentHold FulfillmentLineItem FulfillmentOrder FulfillmentOrderAssignedLocation
  FulfillmentOrderDestination FulfillmentOrderLineItem FulfillmentOrderMerchantRequest
  FulfillmentOrderSupportedAction FulfillmentOriginAddress FulfillmentService FulfillmentTrackingInfo InventoryAdjustmentGroup
  InventoryChange InventoryItem InventoryLevel InventoryQuantity InvoiceReturnOutcome Job LineItem
  LineItemSellingPlan Location LocationAddress MailingAddress Metafield MoneyBag MoneyV2 Order OrderAdjustment
  OrderCancelJobResult OrderCancellation OrderDisputeSummary OrderEditSession OrderPaymentCollectionDetails
  OrderRiskSummary OrderRiskAssessment OrderTransaction PageInfo PricingPercentageValue Product ProductVariant Refund
  RefundDuty RefundLineItem RefundReturnOutcome RefundShippingLine ResourceAlert RestockingFee Return ReturnDecline
  ReturnLineItem ReturnReasonDefinition ReturnShippingFee ReturnableFulfillment ReturnableFulfillmentLineItem
  ReverseDelivery ReverseDeliveryLabelV2 ReverseDeliveryLineItem ReverseDeliveryShippingDeliverable
  ReverseDeliveryTrackingV2 ReverseFulfillmentOrder ReverseFulfillmentOrderDisposition ReverseFulfillmentOrderLineItem
  ReverseFulfillmentOrderThirdPartyConfirmation ShippingLine ShippingRefund Shop ShopAddress ShopPlan SelectedOption
  StaffMember StoreCreditAccount StoreCreditAccountCreditTransaction SuggestedOrderTransaction SuggestedRefund
  SuggestedReturnFinancialOutcome SuggestedReturnRefund SuggestedStoreCreditRefund TaxLine TransactionFee
  TransactionVoidPayload UnverifiedReturnLineItem WebhookHttpEndpoint WebhookSubscription Weight
`.match(/\w+/g) as string[];

/** Kept interfaces and unions; their members are only those that are kept themselves. */
export const KEEP_ABSTRACT = `
  Node LegacyInteroperability DisplayableError JobResult Fee ReturnLineItemType DiscountApplication PricingValue
  PaymentDetails BasePaymentDetails CardPaymentDetails SuggestedRefundMethod ReturnOutcomeFinancialTransfer
  ReverseDeliveryDeliverable HasMetafields WebhookSubscriptionEndpoint CalculatedDiscountApplication
  StoreCreditAccountTransaction
`.match(/\w+/g) as string[];
