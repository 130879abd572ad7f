import { z } from 'zod';
import type { ProposalRecord } from '../../policy/app/records.ts';
import type { Secrets } from '../secrets.ts';

const Sealed = z.object({ sealed: z.string() });

export const proposalPlace = (id: string): string => `proposal/${id}`;

/** Whom a draft says to write to is sealed; what else it says is about goods. */
export const sealProposal = (secrets: Secrets, proposal: ProposalRecord): ProposalRecord =>
  proposal.draft.contact == null
    ? proposal
    : {
        ...proposal,
        draft: {
          ...proposal.draft,
          contact: {
            sealed: secrets.seal(proposalPlace(proposal.id), JSON.stringify(proposal.draft.contact)).toString('base64'),
          },
        },
      };

export const openProposal = (secrets: Secrets, proposal: ProposalRecord): ProposalRecord => {
  const contact = Sealed.safeParse(proposal.draft.contact);
  if (!contact.success) return proposal;
  const opened = secrets.open(proposalPlace(proposal.id), Buffer.from(contact.data.sealed, 'base64'));
  return { ...proposal, draft: { ...proposal.draft, contact: JSON.parse(opened) as unknown } };
};
