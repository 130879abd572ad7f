import { forgetTokens, readShop } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';
import { missingScopes } from '../scopes.ts';
import { shopEntry } from './policy-draft.ts';

/**
 * The merchant removed the app: nothing moves from here on, and what was under way waits. Webhooks come late and in any
 * order; one that is about an earlier installation changes nothing.
 */
export const shopUninstalled: Handler<'shop.uninstalled'> = {
  subject: () => ({}),
  decide: ({ shop }, command, context) => {
    if (shop.uninstalledAt !== null) return plan({});
    const at = command.at ?? context.now;
    if (shop.installedAt !== null && Date.parse(at) < Date.parse(shop.installedAt)) return plan({});
    return plan({
      shop: { ...shop, uninstalledAt: context.now },
      shopEntries: [
        shopEntry(context, { event: 'shop.uninstalled', text: 'Makegood was removed: open cases wait as they are' }),
      ],
      effects: [forgetTokens(context)],
    });
  },
};

/** The payload was only a hint: the shop is read from Shopify. */
export const shopStale: Handler<'shop.stale'> = {
  subject: () => ({}),
  decide: (_world, _command, context) => plan({ effects: [readShop(context)] }),
};

export const shopObserved: Handler<'shop.observed'> = {
  subject: () => ({}),
  decide: ({ shop }, { kind: _, ...told }, context) => {
    const scopes = [...told.scopes].sort();
    const before = shop.scopes ?? null;
    const missing = missingScopes(scopes);
    const regranted = before !== null && before.join() !== scopes.join();
    return plan({
      shop: { ...shop, ...told, scopes },
      shopEntries: [
        ...(regranted
          ? [
              shopEntry(context, {
                event: 'shop.scopes',
                text:
                  missing.length === 0
                    ? 'access scopes changed: everything that is needed is granted'
                    : `access scopes changed: ${missing.join(', ')} not granted`,
              }),
            ]
          : []),
        ...(shop.timeZone === told.timeZone
          ? []
          : [
              shopEntry(context, {
                event: 'shop.zone',
                text: `days are counted in ${told.timeZone}, no longer in ${shop.timeZone}`,
              }),
            ]),
      ],
    });
  },
};
