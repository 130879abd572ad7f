import express, { type Request, type Response, Router } from 'express';
import type { LinkPurpose } from '../../../policy/app/links.ts';
import { PLAIN_LOOK } from '../../../policy/app/mail-look.ts';
import { createWords, languageOf } from '../../../policy/texts/customer/index.ts';
import { tokenBuckets } from '../token-buckets.ts';
import { apart, wordsFor } from './apart.ts';
import type { CustomerDeps, Opened, Purpose } from './deps.ts';
import { sendPage } from './page.ts';
import { backorderPurpose } from './pages/backorder.ts';
import { checklistPurpose } from './pages/checklist.ts';
import { photosPurpose, takePhotos } from './pages/photos.ts';
import { remedyPurpose } from './pages/remedy.ts';
import { hasLabel, statePurpose } from './pages/state.ts';
import { trackingPurpose } from './pages/tracking.ts';
import { withdrawPurpose } from './pages/withdraw.ts';
import { readMultipart, type Upload } from './uploads.ts';
import { CUSTOMER_PATH } from './url.ts';

/** A person opens a page and presses a button or two; a household or an office shares an address. */
const LIMITS = { perSecond: 2, burst: 60 };

const PURPOSES: Readonly<Record<LinkPurpose, Purpose>> = {
  'backorder-answer': backorderPurpose,
  photos: photosPurpose,
  checklist: checklistPurpose,
  tracking: trackingPurpose,
  case: statePurpose,
  withdraw: withdrawPurpose,
  remedy: remedyPurpose,
};

/** Cases that a purpose is for. */
const KINDS: Readonly<Record<LinkPurpose, readonly string[]>> = {
  'backorder-answer': ['backorder'],
  photos: ['return'],
  checklist: ['return'],
  tracking: ['return'],
  case: ['return', 'cancellation'],
  withdraw: ['return', 'cancellation'],
  remedy: ['return'],
};

/**
 * Pages that customers reach from a mail, without login or scripts. Opening one changes nothing, so that mail scanners
 * may; pressing a button is a POST, and the same answer counts once however often it is pressed.
 */
export const customerRoutes = (deps: CustomerDeps): Router => {
  const buckets = tokenBuckets(deps.limits ?? LIMITS);
  const router = Router();
  router.use(CUSTOMER_PATH, (req, res, next) => {
    const seconds = buckets.take(req.ip ?? '');
    if (seconds === 0) return next();
    res.set('Retry-After', String(seconds));
    sendPage(res, 429, apart('too-fast', wordsFor(req.headers['accept-language'])));
  });
  router.get(`${CUSTOMER_PATH}/:token`, async (req, res) => {
    const opened = await open(deps, req, res);
    if (opened === null) return;
    if (req.query.sheet !== undefined && opened.link.purpose === 'case' && hasLabel(opened))
      return sendSheet(res, await deps.labelOf(opened));
    sendPage(res, 200, PURPOSES[opened.link.purpose].show(opened, req.query));
  });
  const readForm = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });
  router.post(
    `${CUSTOMER_PATH}/:token`,
    (req, res, next) => (isUpload(req) ? next() : readForm(req, res, next)),
    async (req, res) => {
      // Before anything of the body is read: a stranger's upload is not taken in.
      const opened = await open(deps, req, res);
      // What is still coming is dropped, so that who sends it reads the answer.
      if (opened === null) return void req.resume();
      const purpose = PURPOSES[opened.link.purpose];
      const pressed =
        isUpload(req) && opened.link.purpose === 'photos'
          ? await takePhotos(deps, opened, await uploadsOf(req))
          : await purpose.press(deps, opened, (req.body as Record<string, unknown> | undefined) ?? {});
      if (pressed === 'again')
        res.set('Cache-Control', 'no-store').redirect(303, `${CUSTOMER_PATH}/${req.params.token}`);
      else sendPage(res, pressed.status, pressed.page);
    },
  );
  router.use(CUSTOMER_PATH, (req, res) =>
    sendPage(res, 404, apart('unknown', wordsFor(req.headers['accept-language']))),
  );
  router.use(CUSTOMER_PATH, (error: unknown, req: Request, res: Response, next: (error: unknown) => void) => {
    if (res.headersSent) return next(error);
    const words = wordsFor(req.headers['accept-language']);
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendPage(res, status, apart('not-answered', words));
    deps.report(error);
    sendPage(res, 500, apart('broken', words));
  });
  return router;
};

const isUpload = (req: Request): boolean => /^multipart\/form-data/i.test(req.headers['content-type'] ?? '');

const uploadsOf = async (req: Request): Promise<readonly Upload[] | 'too-much'> => {
  const form = await readMultipart(req);
  return form === 'too-much' ? form : form.uploads;
};

/** What the address opens; null where the page that says why not has been sent. */
const open = async (deps: CustomerDeps, req: Request, res: Response): Promise<Opened | null> => {
  const link = await deps.links.open(String(req.params.token));
  const detail = link === null ? null : await deps.read.caseDetail(link.shop, link.caseId);
  if (link === null || detail === null || !KINDS[link.purpose].includes(detail.case.kind)) {
    sendPage(res, 404, apart('unknown', wordsFor(req.headers['accept-language'])));
    return null;
  }
  const [look, contact, settings, openCases] = await Promise.all([
    deps.looks.load(link.shop),
    deps.contactOf(link.shop, detail.case.orderId),
    deps.settingsOf(detail),
    detail.case.kind === 'backorder' ? deps.read.openCasesOfOrder(link.shop, detail.case.orderId) : [],
  ]);
  const { language, texts, accent, logo, replyTo } = look ?? PLAIN_LOOK;
  const wanted = language === 'customer' ? languageOf(contact?.locale ?? null) : language;
  const words = createWords(wanted, texts, detail.shop.currency);
  const shop = { name: detail.shop.name, contactEmail: replyTo ?? detail.shop.contactEmail, accent, logo };
  if (link.revokedAt !== null || link.expiresAt <= deps.clock.now() || detail.shop.uninstalledAt !== null) {
    sendPage(res, 410, apart('ended', words, shop));
    return null;
  }
  const nobody = { name: null, email: null, phone: null, postcode: null, locale: null };
  return { link, ip: req.ip ?? null, detail, openCases, settings, contact: contact ?? nobody, words, shop };
};

const sendSheet = (res: Response, { filename, content, contentType }: Awaited<ReturnType<CustomerDeps['labelOf']>>) =>
  res
    .set({
      'Content-Disposition': `inline; filename="${filename}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    .type(contentType)
    .send(Buffer.from(content));
