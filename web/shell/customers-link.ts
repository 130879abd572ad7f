import type { LinkPurpose } from '../../policy/app/links.ts';
import type { CaseRecord } from '../../policy/app/records.ts';
import { type Context, type Refused, refused, type World } from './handler.ts';

/** Why a customer may not do this: their link is for another case or another thing, or has ended. Staff need none. */
export const customersLink = (
  world: Pick<World, 'link'>,
  found: CaseRecord,
  purpose: LinkPurpose,
  context: Context,
): Refused | null => {
  if (context.actor.kind !== 'customer') return null;
  const { link } = world;
  const fits = link !== null && link.caseId === found.id && link.purpose === purpose;
  if (!fits) return refused('not-found', 'this link does not fit the case', { caseId: found.id });
  if (link.revokedAt !== null || link.expiresAt <= context.now)
    return refused('ended', 'this link has ended', { caseId: found.id });
  return null;
};
