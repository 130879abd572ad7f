import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { HandleCommand } from '../../../policy/app/commands.ts';
import type { Clock, CustomerLinks } from '../../../policy/app/ports.ts';
import type { CaseDetail, ReadModel } from '../../../policy/app/read-model.ts';
import type { BackorderData, CustomerLinkRecord } from '../../../policy/app/records.ts';
import type { Settings } from '../../../policy/settings.ts';
import { tokenBuckets } from '../token-buckets.ts';
import { backorderPage } from './backorder-page.ts';
import { type CustomerPage, sendPage } from './page.ts';
import { CUSTOMER_PATH } from './url.ts';

type Deps = Readonly<{
  links: CustomerLinks;
  read: Pick<ReadModel, 'caseDetail'>;
  /** The settings under which a case is decided. */
  settingsOf: (detail: CaseDetail) => Promise<Settings>;
  handle: HandleCommand;
  clock: Clock;
  report: (error: unknown) => void;
  limits?: Readonly<{ perSecond: number; burst: number }>;
}>;

/** A person opens a page and presses a button or two; a household or an office shares an address. */
const LIMITS = { perSecond: 2, burst: 60 };

/** `wait`, `refund`, and, where only a part is out of stock, how: `wait:ship-rest`. */
const Pressed = z.object({
  answer: z
    .string()
    .regex(/^(wait(:(ship-rest|wait-all))?|refund(:(refund-part|cancel-all))?)$/)
    .transform((value) => {
      const [answer, choice] = value.split(':') as ['wait' | 'refund', CHOICE | undefined];
      return { answer, choice };
    }),
});
type CHOICE = NonNullable<BackorderData['choice']>;

type Opened = Readonly<{ link: CustomerLinkRecord; detail: CaseDetail }>;

/**
 * Pages that customers reach from a mail, without login or scripts. Opening one changes nothing, so that mail scanners
 * may; pressing a button is a POST, and the same answer counts once however often it is pressed.
 */
export const customerRoutes = (deps: Deps): Router => {
  const buckets = tokenBuckets(deps.limits ?? LIMITS);
  const router = Router();
  router.use(CUSTOMER_PATH, (req, res, next) => {
    const seconds = buckets.take(req.ip ?? '');
    if (seconds === 0) return next();
    res.set('Retry-After', String(seconds));
    sendPage(res, 429, TOO_FAST);
  });
  router.get(`${CUSTOMER_PATH}/:token`, async (req, res) => {
    const opened = await open(deps, req, res);
    if (opened === null) return;
    const preferred = req.query.answer === 'wait' || req.query.answer === 'refund' ? req.query.answer : null;
    sendPage(res, 200, backorderPage(opened.detail, await deps.settingsOf(opened.detail), preferred));
  });
  router.post(
    `${CUSTOMER_PATH}/:token`,
    express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 }),
    async (req, res) => {
      const opened = await open(deps, req, res);
      if (opened === null) return;
      const pressed = Pressed.safeParse(req.body);
      if (!pressed.success) return sendPage(res, 400, sorry(opened.detail, NOT_ANSWERED));
      const { answer, choice } = pressed.data.answer;
      const { id, shop, data } = opened.detail.case as typeof opened.detail.case & { data: BackorderData };
      const outcome = await deps.handle(
        // Each time the customer is asked is answered once, whichever of their mails they press in.
        { id: `answer:${id}:${data.round ?? 1}:${answer}`, shop, actor: { kind: 'customer' } },
        {
          kind: 'backorder.answer',
          caseId: id,
          answer,
          linkId: opened.link.id,
          ...(choice === undefined ? {} : { choice }),
        },
      );
      // What came too late, or was answered already: the page says how it stands.
      const stands = outcome.status === 'done' || outcome.code === 'ended' || outcome.code === 'illegal-event';
      if (!stands) return sendPage(res, 409, sorry(opened.detail, NOT_BY_ITSELF));
      res.set('Cache-Control', 'no-store').redirect(303, `${CUSTOMER_PATH}/${req.params.token}`);
    },
  );
  router.use(CUSTOMER_PATH, (_req, res) => sendPage(res, 404, UNKNOWN));
  router.use(CUSTOMER_PATH, (error: unknown, _req: Request, res: Response, next: (error: unknown) => void) => {
    if (res.headersSent) return next(error);
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) return sendPage(res, status, UNKNOWN);
    deps.report(error);
    sendPage(res, 500, BROKEN);
  });
  return router;
};

/** The case behind the address; null where the page that says why not has been sent. */
const open = async (deps: Deps, req: Request, res: Response): Promise<Opened | null> => {
  const link = await deps.links.open(String(req.params.token));
  const detail = link === null ? null : await deps.read.caseDetail(link.shop, link.caseId);
  if (link === null || detail === null || detail.case.data.kind !== 'backorder') {
    sendPage(res, 404, UNKNOWN);
    return null;
  }
  if (link.revokedAt !== null || link.expiresAt <= deps.clock.now() || detail.shop.uninstalledAt !== null) {
    sendPage(res, 410, sorry(detail, ENDED));
    return null;
  }
  return { link, detail };
};

const sorry = ({ shop }: CaseDetail, page: Omit<CustomerPage, 'shop'>): CustomerPage => ({
  ...page,
  shop: { name: shop.name, contactEmail: shop.contactEmail },
});

const ENDED = {
  title: 'This link is no longer in use',
  paragraphs: [
    'It was replaced by a newer one, or its time is over. Please use the newest mail that you have from us.',
  ],
};
const NOT_ANSWERED = {
  title: 'We did not get your answer',
  paragraphs: ['Please go back and press one of the buttons.'],
};
const NOT_BY_ITSELF = {
  title: 'We can’t do this by ourselves',
  paragraphs: ['Nothing has been changed. Please write to us, and somebody looks after it.'],
};
const UNKNOWN: CustomerPage = {
  title: 'We don’t know this address',
  shop: null,
  paragraphs: [
    'The link may have been cut off by your mail program. Please open it from our mail once more, or simply answer the mail.',
  ],
};
const TOO_FAST: CustomerPage = {
  title: 'One moment, please',
  shop: null,
  paragraphs: ['There were very many requests from where you are. Please try again in a minute.'],
};
const BROKEN: CustomerPage = {
  title: 'Something went wrong on our side',
  shop: null,
  paragraphs: ['Please try again in a few minutes, or simply answer our mail.'],
};
