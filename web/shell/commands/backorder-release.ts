import { backorderOf } from '../backorder/case.ts';
import { release } from '../backorder/release.ts';
import { type Handler, plan } from '../handler.ts';

/** P8: somebody says that it is there again. */
export const backorderRelease: Handler<'backorder.release'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, _command, context) => {
    const found = backorderOf(world);
    if ('ok' in found) return found;
    const released = release(world, found, found.data, `in stock again, says ${context.byName}: it goes out`, context);
    if ('ok' in released) return released;
    return plan(released, {
      caseId: found.id,
      would: ['release the hold in Shopify, so that it ships', 'mail the customer that it is on its way'],
    });
  },
};
