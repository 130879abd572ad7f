/**
 * Every id that travels through Slack and comes back, in one place. They are matched whole, so no id may be another's
 * start; several buttons of one block differ by the part behind the colon (`amend:troubleshootingDone:yes`).
 */
export const ACTION = {
  confirm: 'proposal.confirm',
  dismiss: 'proposal.dismiss',
  /** `proposal.amend:<field>:<value>`: a missing fact that one press answers. */
  amend: 'proposal.amend',
  /** `proposal.amend-choice:<field>:<proposal>`: a missing fact chosen from a list; the option's value is the fact. */
  amendChoice: 'proposal.amend-choice',
  /** `proposal.ask:<field>`: a missing fact that needs a form. */
  ask: 'proposal.ask',
  edit: 'proposal.edit',
  startReturn: 'return.start',
  /** The customer is asked for what a proposed return lacks, by mail and link. */
  askCustomer: 'return.ask-customer',
  approve: 'refund.approve',
  decline: 'refund.decline',
  stopRefund: 'refund.stop',
  delegate: 'refund.delegate',
  receive: 'parcel.receive',
  track: 'return.track',
  inspect: 'unit.inspect',
  retry: 'case.retry',
  /** `refund.attribute:<what>`: what a refund by hand was for; value `<case>|<refund>`. */
  attribute: 'refund.attribute',
  /** Opens the form for a parcel that did not hold everything. */
  receivePart: 'parcel.receive-part',
  /** `exchange.convert:<refund|wait>`: opens the form in which an agent says why. */
  exchange: 'exchange.convert',
  /** Opens the form in which an approver says how an amount was paid outside of Shopify. */
  settleByHand: 'refund.settle',
  /** `unit.confirm:agree`, `unit.confirm:disagree`. */
  secondLook: 'unit.confirm',
  /** `delivery.find:<finding>`: what became of a parcel that seemed to be refused. */
  find: 'delivery.find',
  /** Opens the form for a refused parcel that is back. */
  receiveBack: 'delivery.receive',
  /** `return.confirm:agree`, `return.confirm:disagree`: more days after the last one. */
  confirmExtension: 'return.confirm',
  /** `case.decide:<what>`: opens the form in which a person decides and says why. */
  decide: 'case.decide',
  /** Opens the form for the photos that a return waits for. */
  photos: 'case.photos',
  /** `case.solved:yes`, `case.solved:no`: whether the steps of the checklist helped. */
  solved: 'case.solved',
  decideUnits: 'unit.decide',
  /** `backorder.form:<what>`: opens the form in which staff note what they know of a shortage. */
  backorder: 'backorder.form',
  backorderRelease: 'backorder.release',
  more: 'case.more',
  openCase: 'case.open',
  order: 'order.choose',
  findOrder: 'order.find',
  newReturn: 'home.new-return',
  parcelDesk: 'home.parcel-desk',
  homeFilter: 'home.filter',
  settings: 'home.settings',
  /** A parcel in quarantine and the case it is put to: `<parcel>:<case>`. */
  matchParcel: 'parcel.match',
  /** `case.reopen:agree`, `case.reopen:disagree`: whether an ended case is opened again. */
  confirmReopen: 'case.reopen',
  /** Chooses the case from all that are open. */
  matchOther: 'parcel.match-other',
  askSender: 'parcel.ask-sender',
  /** `parcel.form:<what>`: hold, describe, close. */
  parcelForm: 'parcel.form',
} as const;

export const CALLBACK = {
  returnForm: 'form.return',
  facts: 'form.facts',
  inspection: 'form.inspection',
  tracking: 'form.tracking',
  decline: 'form.decline',
  note: 'form.note',
  photos: 'form.photos',
  backorder: 'form.backorder',
  decide: 'form.decide',
  decideUnits: 'form.decide-units',
  receiveBack: 'form.receive-back',
  assign: 'form.assign',
  callOff: 'form.call-off',
  delegate: 'form.delegate',
  settings: 'form.settings',
  parcelDesk: 'form.parcel-desk',
  parcelMatch: 'form.parcel-match',
  parcelHold: 'form.parcel-hold',
  parcelDescribe: 'form.parcel-describe',
  parcelClose: 'form.parcel-close',
  settleByHand: 'form.settle-by-hand',
  receivePart: 'form.receive-part',
  exchange: 'form.exchange',
  remedy: 'form.remedy',
  caseView: 'view.case',
  history: 'view.history',
  orderView: 'view.order',
} as const;

export const SHORTCUT = { returnFromMessage: 'message.return', findOrder: 'global.find-order' } as const;

export const COMMAND = { makegood: '/makegood', rma: '/rma' } as const;

/** Fields of forms: `block_id` and `action_id` of an input are the same word. */
export const FIELD = {
  order: 'order',
  reason: 'reason',
  lines: 'lines',
  remedy: 'remedy',
  photos: 'photos',
  because: 'because',
  troubleshooting: 'troubleshootingDone',
  result: 'result',
  units: 'units',
  deduction: 'deduction',
  number: 'number',
  carrier: 'carrier',
  url: 'url',
  note: 'note',
  fact: 'fact',
  clause: 'clause',
  days: 'days',
  to: 'to',
  postage: 'postage',
  original: 'original',
  acceptedAt: 'acceptedAt',
  label: 'label',
  notify: 'notify',
  language: 'language',
  group: 'group',
  keepApart: 'keepApart',
  tracking: 'tracking',
  senderName: 'senderName',
  senderPhone: 'senderPhone',
  orderNumber: 'orderNumber',
  rma: 'rma',
  reference: 'reference',
} as const;

/** Prefix of the block that asks "how many of this line"; the line's id follows. */
export const LINE_FIELD = 'line:';

/** Where a posted message carries its idempotency key. */
export const METADATA_EVENT = 'makegood_message';
