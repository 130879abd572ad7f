import type { StaffMessage } from '../../policy/app/ports.ts';
import type { Links } from '../text/links.ts';
import { approvalCard } from './approval-card.ts';
import type { Message } from './blocks.ts';
import { burstCard } from './burst-card.ts';
import { caseCard } from './case-card.ts';
import { digestCard } from './digest-card.ts';
import { parcelCard } from './parcel-card.ts';
import { proposalCard } from './proposal-card.ts';
import { sayMessage } from './say.ts';

/** What staff see of a subject. Pure: the same data gives the same message. */
export const staffMessage = (message: StaffMessage, links?: Links): Message => {
  switch (message.kind) {
    case 'proposal':
      return proposalCard(message);
    case 'case':
      return caseCard(message.case, {
        ...(message.samePhotos === undefined ? {} : { samePhotos: message.samePhotos }),
        ...(links === undefined ? {} : { links }),
      });
    case 'approval':
      return approvalCard(message);
    case 'parcel':
      return parcelCard(message);
    case 'burst':
      return burstCard(message.cases);
    case 'digest':
      return digestCard(message);
    case 'say':
      return sayMessage(message);
    default:
      return message satisfies never;
  }
};
