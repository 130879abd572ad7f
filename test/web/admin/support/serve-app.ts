import { DIST_DIR } from '../../../../web/admin/build.ts';
import { adminPage } from '../../../../web/edge/admin/page.ts';
import { rateLimit } from '../../../../web/edge/admin/rate-limit.ts';
import { SHOP } from './records.ts';
import { type Served, serveAdmin } from './serve.ts';

/** The least an App Bridge script does: a token for the staff member in `?staff=`, and toasts that can be read. */
const APP_BRIDGE = `
  const staff = new URLSearchParams(location.search).get('staff') ?? sessionStorage.getItem('staff') ?? '201';
  sessionStorage.setItem('staff', staff);
  window.toasts = [];
  window.shopify = {
    idToken: async () => staff,
    toast: { show: (message) => window.toasts.push(message) },
    config: { shop: '${SHOP}', locale: 'en' },
  };
`;

export type ServedApp = Served & Readonly<{ address(path: string, staff?: string): string; opened: string[] }>;

/** The built pages and the API on one origin, as a shop has them. */
export const serveApp = async (): Promise<ServedApp> => {
  const opened: string[] = [];
  const served = await serveAdmin({
    limit: rateLimit({ perSecond: 1000, burst: 1000 }),
    before: (app) => {
      app.get('/app-bridge.js', (_req, res) => {
        res.type('js').send(APP_BRIDGE);
      });
    },
    after: (app) => {
      app.use((req, res, next) =>
        adminPage({
          apiKey: 'test-api-key',
          appBridgeUrl: `http://${req.headers.host}/app-bridge.js`,
          distDir: DIST_DIR,
          onOpen: async (shop) => {
            opened.push(shop);
          },
          log: () => undefined,
        })(req, res, next),
      );
    },
  });
  return {
    ...served,
    opened,
    address: (path, staff = '201') => {
      const url = new URL(path, served.url);
      url.searchParams.set('shop', SHOP);
      url.searchParams.set('staff', staff);
      return url.href;
    },
  };
};
