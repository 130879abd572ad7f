import type { PrivacyKind, PrivacyRequestRecord } from '../../../policy/app/privacy.ts';
import { privacyWork } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { dueAt, nextLook } from '../privacy/dates.ts';
import { shopEntry } from './policy-draft.ts';

/** Texts carry nothing of whom it is about. */
const TEXTS: Readonly<Record<PrivacyKind, string>> = {
  'data-request': 'a customer asks what is kept about them: the merchant answers',
  'redact-customer': 'a customer is to be forgotten',
  'redact-shop': 'the shop is to be emptied: Makegood was removed',
};

const WORK = {
  'data-request': 'privacy.find',
  'redact-customer': 'privacy.forget',
  'redact-shop': 'privacy.empty',
} as const;

/** Shopify's privacy topics: noted with the day by which they have to be done, and begun at once. */
export const privacyAsked: Handler<'privacy.asked'> = {
  subject: () => ({}),
  decide: ({ shop }, command, context) => {
    if (command.request === 'redact-shop' && shop.uninstalledAt === null)
      return refused('invalid', 'the shop has Makegood: nothing of a shop that uses it is removed');
    const request: PrivacyRequestRecord = {
      id: context.ids.id(),
      shop: shop.domain,
      kind: command.request,
      shopifyId: command.shopifyId,
      state: 'received',
      subject: command.subject,
      found: null,
      receivedAt: context.now,
      dueAt: dueAt(context.now),
      lookAt: null,
      doneAt: null,
    };
    return plan({
      privacyRequests: [request],
      shopEntries: [
        shopEntry(context, {
          event: `privacy.${command.request}`,
          subject: request.id,
          text: `${TEXTS[command.request]} by ${request.dueAt.slice(0, 10)}`,
        }),
      ],
      effects: [privacyWork(context, WORK[command.request], request.id)],
    });
  },
};

/** Cases had to end first: they are looked at again, once a day. */
export const privacyContinue: Handler<'privacy.continue'> = {
  subject: (command) => ({ privacyId: command.requestId }),
  decide: ({ privacy }, _command, context) => {
    if (privacy == null) return refused('not-found', 'no such request');
    if (privacy.state !== 'waiting') return plan({});
    return plan({
      privacyRequests: [{ ...privacy, lookAt: nextLook(privacy, context.now) }],
      effects: [privacyWork(context, 'privacy.forget', privacy.id, privacy.lookAt ?? context.now)],
    });
  },
};

/** What is kept about a customer was handed to the merchant, who gives it to them. */
export const privacyExported: Handler<'privacy.exported'> = {
  subject: (command) => ({ privacyId: command.requestId }),
  decide: ({ privacy }, _command, context) => {
    if (privacy == null || privacy.kind !== 'data-request') return refused('not-found', 'no such request');
    return plan({
      // Whom it is about stays known until the limit, so that it can be downloaded again.
      privacyRequests: [{ ...privacy, state: 'done', doneAt: privacy.doneAt ?? context.now }],
      shopEntries: [
        shopEntry(context, {
          event: 'privacy.exported',
          subject: privacy.id,
          text: 'downloaded what is kept about a customer who asked',
        }),
      ],
    });
  },
};
