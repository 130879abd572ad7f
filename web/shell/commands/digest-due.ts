import { digest } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';

/** A new day: staff hear of what is due, if anything is. */
export const digestDue: Handler<'digest.due'> = {
  subject: () => ({}),
  decide: (world, command, context) =>
    plan(world.shop.slackChannel === null ? {} : { effects: [digest(context, command.date)] }),
};
