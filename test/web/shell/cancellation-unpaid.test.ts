import { expect, it } from 'vitest';
import { cancellationRequest } from '../../../web/shell/commands/cancellation-request.ts';
import { context, order, world } from './return-world.ts';

/** An order that nobody paid, say by a bank transfer that never came. */
it('that nobody paid for is granted, and says why nothing is done here and what to do instead', () => {
  const facts = order({ unitsShipped: 0, financialStatus: 'pending' });
  const unpaid = world({ case: null, units: [], order: { ...world().order, facts } as never });
  const command = { kind: 'cancellation.request', orderId: facts.id } as const;
  expect(cancellationRequest.decide(unpaid, command, context())).toMatchObject({
    ok: false,
    code: 'policy',
    because: expect.stringMatching(/P11 .*; no payment was received.*cancel it in Shopify by hand/),
  });
});
