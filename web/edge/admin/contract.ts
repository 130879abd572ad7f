import { LookEdit } from '../../../policy/app/mail-look.ts';
import { Approvals, DeclineInput } from './contract/approval.ts';
import { AuditPage } from './contract/audit.ts';
import { Backfill } from './contract/backfill.ts';
import { CaseDetail, CasePage, ConfirmInput, Done, NoteInput, SavedViews, SavedViewsInput } from './contract/case.ts';
import { Decision, PreviewInput } from './contract/decision.ts';
import {
  Checklist,
  ChecklistInput,
  ParcelDetail,
  ParcelList,
  ParcelStepInput,
  QuarantineInput,
  Scanned,
} from './contract/desk.ts';
import { Parked } from './contract/effect.ts';
import { Figures } from './contract/figures.ts';
import { Home } from './contract/home.ts';
import { LogoInput, MailPreview, MailPreviewInput, Mails } from './contract/mails.ts';
import { LanguageModel, ModelInput, ModelSaved } from './contract/model.ts';
import { OrderList, OrderWithCases, ProductList } from './contract/order.ts';
import { People, PersonInput } from './contract/people.ts';
import {
  Backtest,
  BacktestRun,
  Policy,
  PolicyDraft,
  PolicyVersions,
  PublishInput,
  SettingsInput,
} from './contract/policy.ts';
import { PrivacyRequests } from './contract/privacy.ts';
import { DismissInput, Replayed, ShopSettings, ShopSettingsInput, SlackUrl } from './contract/settings.ts';
import { Me } from './contract/shop.ts';
import { OrderStepInput, Photo, StepInput } from './contract/step.ts';

/**
 * The admin API, mounted at /api. Every request carries a session token of Shopify's (`Authorization: Bearer …`), which
 * says shop and staff member. Errors are `Problem`s. Writes take an `Idempotency-Key` (the same key acts once and
 * answers the same) and, where they rest on what a page showed, `If-Match: "<version>"`.
 */
export const ENDPOINTS = {
  me: { method: 'GET', path: '/me', input: null, output: Me },
  home: { method: 'GET', path: '/home', input: null, output: Home },
  figures: { method: 'GET', path: '/figures', input: null, output: Figures },
  cases: { method: 'GET', path: '/cases', input: null, output: CasePage },
  views: { method: 'GET', path: '/case-views', input: null, output: SavedViews },
  saveViews: { method: 'PUT', path: '/case-views', input: SavedViewsInput, output: Done },
  case: { method: 'GET', path: '/cases/:id', input: null, output: CaseDetail },
  note: { method: 'POST', path: '/cases/:id/notes', input: NoteInput, output: Done },
  retryCase: { method: 'POST', path: '/cases/:id/retry', input: null, output: Done },
  confirmDamage: { method: 'POST', path: '/cases/:id/confirm-damage', input: ConfirmInput, output: Done },
  step: { method: 'POST', path: '/cases/:id/steps', input: StepInput, output: Done },
  openCase: { method: 'POST', path: '/orders/:id/cases', input: OrderStepInput, output: Done },
  orders: { method: 'GET', path: '/orders', input: null, output: OrderList },
  products: { method: 'GET', path: '/products', input: null, output: ProductList },
  order: { method: 'GET', path: '/orders/:id', input: null, output: OrderWithCases },
  preview: { method: 'POST', path: '/orders/:id/preview', input: PreviewInput, output: Decision },
  approvals: { method: 'GET', path: '/approvals', input: null, output: Approvals },
  approve: { method: 'POST', path: '/intents/:id/approve', input: null, output: Done },
  decline: { method: 'POST', path: '/intents/:id/decline', input: DeclineInput, output: Done },
  parked: { method: 'GET', path: '/parked', input: null, output: Parked },
  retryDelivery: { method: 'POST', path: '/parked/:id/retry', input: null, output: Done },
  dismissDelivery: { method: 'POST', path: '/parked/:id/dismiss', input: DismissInput, output: Done },
  dismissEffect: { method: 'POST', path: '/effects/:id/dismiss', input: DismissInput, output: Done },
  audit: { method: 'GET', path: '/audit', input: null, output: AuditPage },
  people: { method: 'GET', path: '/people', input: null, output: People },
  addPerson: { method: 'POST', path: '/people', input: PersonInput, output: Done },
  savePerson: { method: 'PUT', path: '/people/:id', input: PersonInput, output: Done },
  settings: { method: 'GET', path: '/settings', input: null, output: ShopSettings },
  saveSettings: { method: 'PUT', path: '/settings', input: ShopSettingsInput, output: Done },
  connectSlack: { method: 'POST', path: '/slack/connect', input: null, output: SlackUrl },
  disconnectSlack: { method: 'POST', path: '/slack/disconnect', input: null, output: Replayed },
  testMail: { method: 'POST', path: '/settings/test-mail', input: null, output: Done },
  mails: { method: 'GET', path: '/mails', input: null, output: Mails },
  saveMails: { method: 'PUT', path: '/mails', input: LookEdit, output: Done },
  saveLogo: { method: 'PUT', path: '/mails/logo', input: LogoInput, output: Done },
  previewMail: { method: 'POST', path: '/mails/preview', input: MailPreviewInput, output: MailPreview },
  tryAddress: { method: 'DELETE', path: '/mails/dead/:digest', input: null, output: Done },
  /** The body is the photo itself, its name stands in `X-File-Name`. */
  sendPhoto: { method: 'POST', path: '/photos', input: null, output: Photo },
  model: { method: 'GET', path: '/model', input: null, output: LanguageModel },
  saveModel: { method: 'PUT', path: '/model', input: ModelInput, output: ModelSaved },
  removeModel: { method: 'DELETE', path: '/model', input: null, output: ModelSaved },
  scan: { method: 'GET', path: '/desk/scan', input: null, output: Scanned },
  checklist: { method: 'GET', path: '/desk/cases/:id/checklist', input: null, output: Checklist },
  saveChecklist: { method: 'PUT', path: '/desk/checklists', input: ChecklistInput, output: Done },
  parcels: { method: 'GET', path: '/desk/parcels', input: null, output: ParcelList },
  parcel: { method: 'GET', path: '/desk/parcels/:id', input: null, output: ParcelDetail },
  quarantine: { method: 'POST', path: '/desk/parcels', input: QuarantineInput, output: Done },
  parcelStep: { method: 'POST', path: '/desk/parcels/:id/steps', input: ParcelStepInput, output: Done },
  backfill: { method: 'GET', path: '/backfill', input: null, output: Backfill },
  startBackfill: { method: 'POST', path: '/backfill', input: null, output: Done },
  privacy: { method: 'GET', path: '/privacy', input: null, output: PrivacyRequests },
  policy: { method: 'GET', path: '/policy', input: null, output: Policy },
  savePolicyDraft: { method: 'PUT', path: '/policy/draft', input: SettingsInput, output: PolicyDraft },
  discardPolicyDraft: { method: 'DELETE', path: '/policy/draft', input: null, output: Done },
  publishPolicy: { method: 'POST', path: '/policy/publish', input: PublishInput, output: Done },
  withdrawPolicyVersion: { method: 'POST', path: '/policy/versions/:id/withdraw', input: null, output: Done },
  policyVersions: { method: 'GET', path: '/policy/versions', input: null, output: PolicyVersions },
  backtest: { method: 'GET', path: '/policy/backtest', input: null, output: Backtest },
  startBacktest: { method: 'POST', path: '/policy/backtest', input: null, output: BacktestRun },
  stopBacktest: { method: 'POST', path: '/policy/backtest/:id/stop', input: null, output: Done },
  retryEffect: { method: 'POST', path: '/effects/:id/retry', input: null, output: Done },
} as const;

export * from './contract/approval.ts';
export * from './contract/audit.ts';
export * from './contract/backfill.ts';
export * from './contract/case.ts';
export * from './contract/decision.ts';
export * from './contract/desk.ts';
export * from './contract/effect.ts';
export * from './contract/figures.ts';
export * from './contract/home.ts';
export * from './contract/mails.ts';
export * from './contract/model.ts';
export * from './contract/money.ts';
export * from './contract/order.ts';
export * from './contract/people.ts';
export * from './contract/policy.ts';
export * from './contract/privacy.ts';
export * from './contract/problem.ts';
export * from './contract/settings.ts';
export * from './contract/shop.ts';
export * from './contract/step.ts';
