import { PrivacyFound } from '../../../policy/app/privacy.ts';
import { shopEntry } from '../commands/policy-draft.ts';
import { nextLook } from '../privacy/dates.ts';
import type { Settle } from './index.ts';

const counted = ({ orders, cases, photos }: PrivacyFound): string =>
  `${orders} order(s), ${cases} case(s), ${photos} photo(s)`;

/** The export can be downloaded. */
export const privacyFindSettled: Settle<'privacy.find'> = ({ privacy }, _effect, settled) => {
  if (privacy == null || settled.outcome !== 'done') return {};
  return { privacyRequests: [{ ...privacy, state: 'ready', found: PrivacyFound.parse(settled.result) }] };
};

/** The customer is forgotten, or all but what open cases need. */
export const privacyForgetSettled: Settle<'privacy.forget'> = ({ privacy }, _effect, settled, context) => {
  if (privacy == null || settled.outcome !== 'done') return {};
  const found = PrivacyFound.parse(settled.result);
  const waits = found.waitingFor.length > 0;
  // Said once that it waits, and once that it is done.
  const isNews = !waits || privacy.state !== 'waiting';
  return {
    privacyRequests: [
      waits
        ? {
            ...privacy,
            state: 'waiting',
            found,
            subject: privacy.subject === null ? null : { ...privacy.subject, orderIds: [...(found.orderIds ?? [])] },
            lookAt: nextLook(privacy, context.now),
          }
        : { ...privacy, state: 'done', found, subject: null, lookAt: null, doneAt: context.now },
    ],
    shopEntries: isNews
      ? [
          shopEntry(context, {
            event: 'privacy.forgotten',
            subject: privacy.id,
            text: waits
              ? `cleared ${counted(found)} of a customer; the rest when case ${found.waitingFor.join(', ')} has ended`
              : `cleared ${counted(found)} of a customer; decisions and amounts are kept`,
          }),
        ]
      : [],
  };
};

/** Everything of the shop goes in this one transaction, but its own history. */
export const privacyEmptySettled: Settle<'privacy.empty'> = ({ privacy }, _effect, settled, context) => {
  if (privacy == null || settled.outcome !== 'done') return {};
  return {
    emptied: true,
    privacyRequests: [{ ...privacy, state: 'done', subject: null, doneAt: context.now }],
    shopEntries: [
      shopEntry(context, {
        event: 'privacy.emptied',
        subject: privacy.id,
        text: 'everything that was kept for this shop is removed',
      }),
    ],
  };
};
