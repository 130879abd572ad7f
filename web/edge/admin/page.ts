import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { ShopDomain } from '../../../policy/app/actors.ts';
import { assets } from './page/assets.ts';
import { contentSecurity } from './page/content-security.ts';
import { documentOf } from './page/document.ts';
import { plainPage } from './page/plain-page.ts';

export type AdminPageOptions = Readonly<{
  apiKey: string;
  /** The App Bridge script: Shopify's, or the sandbox's stand-in. */
  appBridgeUrl: string;
  /** Where `buildAdmin` put the app. */
  distDir: string;
  /** Other origins that may frame the app; the sandbox's, never anything in production. */
  frameAncestorsExtra?: readonly string[];
  /** Installs the shop if need be. Given the token as it came: the callee verifies it and throws where it is not valid. */
  onOpen(shop: string, idToken: string): Promise<void>;
  /** Told why opening failed, for the log: a code or an error's name, never a token. */
  log(code: string): void;
}>;

/** Client-side routes: every one of them loads the same document, so that links into the app work. */
const ROUTES = [
  '/',
  '/cases',
  '/cases/:id',
  '/orders',
  '/orders/:id',
  '/approvals',
  '/parked',
  '/desk',
  '/audit',
  '/people',
  '/settings',
  '/mails',
  '/set-up',
  '/data',
  '/policy',
  '/policy/:part',
];

/** A page that waits longer looks broken; the API installs again when it is asked. */
const MOST_MS_TO_OPEN = 4000;

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

const within = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('opening takes long'), { code: 'admin/open-slow' })), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** The embedded app's document and files, to be mounted at /. Every document says who may frame it. */
export const adminPage = (options: AdminPageOptions): Router => {
  const frameAncestorsExtra = options.frameAncestorsExtra ?? [];
  const document = documentOf(options.distDir, options.apiKey, options.appBridgeUrl);

  const send = (res: Response, status: number, shop: string | null, html: string): void => {
    res
      .status(status)
      .set('Content-Security-Policy', contentSecurity(shop, { ...options, frameAncestorsExtra }))
      .set('Cache-Control', 'no-store')
      // An older header of the same meaning, which knows no list of origins and would win in some browsers.
      .removeHeader('X-Frame-Options');
    res.type('html').send(html);
  };

  const open = async (req: Request, shop: string): Promise<void> => {
    const token = req.query.id_token;
    if (typeof token !== 'string' || token === '') return;
    try {
      await within(options.onOpen(shop, token), MOST_MS_TO_OPEN);
    } catch (error) {
      options.log(codeOf(error));
    }
  };

  const page: RequestHandler = async (req, res) => {
    const shop = ShopDomain.safeParse(req.query.shop);
    if (!shop.success) {
      const text =
        req.query.shop === undefined
          ? 'Makegood lives in Shopify admin. Open your store, choose Apps, then Makegood.'
          : 'The address names no Shopify store. Open your store in Shopify admin, choose Apps, then Makegood.';
      return send(res, req.query.shop === undefined ? 200 : 400, null, plainPage('Open Makegood from Shopify', text));
    }
    const [html] = await Promise.all([document(req.path), open(req, shop.data)]);
    if (html === null) {
      const text = 'The pages are not built yet. Run "npm run build" on the server, then load this page again.';
      return send(res, 503, shop.data, plainPage('Makegood is almost ready', text));
    }
    send(res, 200, shop.data, html);
  };

  /** An old or mistyped link inside Shopify admin: the app says so, in its frame and with a way on. */
  const unknown: RequestHandler = async (req, res, next) => {
    const shop = ShopDomain.safeParse(req.query.shop);
    const html = shop.success ? await document(req.path) : null;
    if (!shop.success || html === null) return next();
    send(res, 404, shop.data, html);
  };

  const router = Router();
  router.use('/assets', assets(options.distDir));
  for (const route of ROUTES) router.get(route, page);
  router.get('/{*unknown}', unknown);
  return router;
};
