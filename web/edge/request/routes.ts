import { createHash } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Command } from '../../../policy/app/commands.ts';
import { MOST_PHOTOS, Photos } from '../../../policy/app/customer-commands.ts';
import type { LinkPurpose } from '../../../policy/app/links.ts';
import type { Preview, ReadModel } from '../../../policy/app/read-model.ts';
import type { EvidenceRef, ShopRecord } from '../../../policy/app/records.ts';
import { wayBackOf } from '../../../policy/decide/way-back.ts';
import type { Settings } from '../../../policy/settings.ts';
import { showAmount } from '../../../policy/texts/customer/amounts.ts';
import { createWords, languageOf, type Words } from '../../../policy/texts/customer/index.ts';
import { LARGEST_PHOTO } from '../../shell/photos/accept-photo.ts';
import { apart, wordsFor } from '../customer/apart.ts';
import type { CustomerDeps } from '../customer/deps.ts';
import { type CustomerPage, type PageShop, sendPage } from '../customer/page.ts';
import { keepUploads, readMultipart, sayProblem, sayTooMuch } from '../customer/uploads.ts';
import { tokenBuckets } from '../token-buckets.ts';
import { findOrder } from './find-order.ts';
import { askOf, givenOf, outcomeOf, wantedOf } from './outcome.ts';
import type { Pass, Passes } from './pass.ts';
import { linesFor, parseAnswers, questionsFor, Reason } from './questions.ts';
import { type Where, whereOf } from './where.ts';

export type RequestDeps = Pick<CustomerDeps, 'contactOf' | 'looks' | 'evidence' | 'handle' | 'clock' | 'report'> &
  Readonly<{
    read: Pick<ReadModel, 'shop' | 'order' | 'orderByName' | 'caseDetail'>;
    /** As the policy holds for an order placed then and going there. */
    settingsFor: (shop: string, orderId: string) => Promise<Settings>;
    preview: Preview;
    passes: Passes;
    /** Address of a new link of a case that the customer has just opened. */
    linkTo: (shop: string, caseId: string, purpose: LinkPurpose) => Promise<string>;
    /** The secrets with which Shopify signs what its app proxy forwards. */
    proxySecrets: readonly string[];
    limits?: Readonly<{ perSecond: number; burst: number }>;
  }>;

/** Somebody fills in a form: a few pages a minute, and a few tries at an order number. */
const LIMITS = { perSecond: 0.5, burst: 30 };
const TRIES = { perSecond: 1 / 120, burst: 6 };
const PASS_MS = 45 * 60_000;

/**
 * The request form for who has no link: order number and e-mail or postcode, the questions that the policy needs by
 * reason, its answer, and only then a case. Served at `/r/<shop>`, and through Shopify's app proxy.
 */
export const requestRoutes = (deps: RequestDeps): Router => {
  const pages = tokenBuckets(deps.limits ?? LIMITS);
  const tries = tokenBuckets(TRIES);
  const readForm = express.urlencoded({ extended: false, limit: '40kb', parameterLimit: 300 });
  const router = Router();

  const at = (
    method: 'get' | 'post',
    step: string,
    handler: (req: Request, res: Response, page: Page) => Promise<void>,
  ): void => {
    for (const base of ['/r/:shop', '/proxy'])
      router[method](
        `${base}${step}`,
        ...(method === 'post'
          ? [(req: Request, res: Response, next: () => void) => (isUpload(req) ? next() : readForm(req, res, next))]
          : []),
        async (req: Request, res: Response) => {
          const where = whereOf(req, deps.proxySecrets);
          if (where === null) return sendPage(res, 404, apart('unknown', wordsFor(req.headers['accept-language'])));
          const seconds = pages.take(where.caller);
          if (seconds > 0) {
            res.set('Retry-After', String(seconds));
            return sendPage(res, 429, apart('too-fast', wordsFor(req.headers['accept-language'])));
          }
          const page = await pageFor(deps, req, where);
          if (page === null) return sendPage(res, 404, apart('unknown', wordsFor(req.headers['accept-language'])));
          await handler(req, res, page);
        },
      );
  };

  at('get', '', async (_req, res, page) => sendPage(res, 200, start(page)));
  at('post', '', async (req, res, page) => {
    const number = textOf(req.body, 'number');
    const proof = textOf(req.body, 'proof');
    const key = `${page.where.shop} ${number.replace(/\W/g, '').toLowerCase()}`;
    const wait = Math.max(tries.take(key), tries.take(`${page.where.shop} ${page.where.caller}`));
    if (wait > 0) {
      res.set('Retry-After', String(wait));
      return sendPage(res, 429, apart('too-fast', page.words, page.look));
    }
    const orderId = await findOrder(deps, page.where.shop, number, proof);
    if (orderId === null) return sendPage(res, 422, start(page, [page.words.say('request.not-found')], number));
    const pass = deps.passes.make({ shop: page.where.shop, orderId, until: Date.now() + PASS_MS });
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    res.redirect(303, `${page.where.base}/o/${pass}`);
  });
  at('get', '/o/:pass', async (req, res, page) => {
    const found = await openOrder(deps, page, req.params.pass);
    if (found === null) return sendPage(res, 410, old(page));
    sendPage(res, 200, whatIsAsked(deps, found, req, req.query.reason));
  });
  at('post', '/o/:pass', async (req, res, page) => {
    const found = await openOrder(deps, page, req.params.pass);
    if (found === null) {
      req.resume();
      return sendPage(res, 410, old(page));
    }
    const form = isUpload(req) ? await readMultipart(req) : { fields: req.body as Record<string, string>, uploads: [] };
    // Nothing of it was read: which question it answered stands in the address.
    if (form === 'too-much')
      return sendPage(res, 413, whatIsAsked(deps, found, req, req.query.reason, [sayTooMuch(found.words)]));
    const before = sentBefore(deps, found, form.fields);
    // Somebody who has seen the answer wants to tell something else: all that was told stands there.
    if (before !== null && form.fields.change !== undefined)
      return sendPage(res, 200, whatIsAsked(deps, found, req, req.query.reason, [], before.given, before.photos));
    const reason = Reason.safeParse(form.fields.reason);
    if (!reason.success) return sendPage(res, 422, reasons(found, req, [found.words.say('request.choose-reason')]));
    const earlier = before?.photos ?? [];
    const room = MOST_PHOTOS - earlier.length;
    const { kept, problems } = await keepUploads(deps.evidence, page.where.shop, form.uploads, {
      most: room,
      known: new Set(earlier.map(({ sha256 }) => sha256)),
    });
    const photos = [...earlier, ...kept];
    const said = problems.map((problem) => sayProblem(problem, found.words, room));
    const answers = parseAnswers(found.facts, reason.data, found.settings, found.words, form.fields);
    if ('problems' in answers) {
      const all = [...answers.problems, ...said];
      return sendPage(res, 422, questions(deps, found, reason.data, all, form.fields, photos));
    }
    const wanted = wantedOf(found.pass.orderId, reason.data, answers, photos);
    const decision = await deps.preview(page.where.shop, found.pass.orderId, askOf(wanted));
    const pass = deps.passes.make({ ...found.pass, until: Date.now() + PASS_MS, ask: wanted });
    const wayBack =
      wanted.kind === 'cancellation.request'
        ? null
        : wayBackOf(
            { order: found.facts, settings: found.settings, shop: page.record },
            wanted.reason,
            Date.parse(deps.clock.now()),
          );
    const outcome = outcomeOf(decision, wanted, found.words, wayBack, found.settings, found.hasMail);
    const maySend = wanted.kind !== 'cancellation.request' || decision.verdict === 'granted';
    sendPage(res, 200, {
      ...about(found),
      problems: said,
      title: found.words.say('request.preview.title'),
      ...outcome,
      ...upTo(decision, outcome, found.words),
      ...(maySend
        ? {
            form: {
              action: `${page.where.base}/send`,
              fields: [{ kind: 'hidden', name: 'pass', value: pass }],
              submit: found.words.say('request.send'),
              instead: {
                label: found.words.say('request.change'),
                action: `${page.where.base}/o/${String(req.params.pass)}?reason=${reason.data}`,
                name: 'change',
              },
            },
          }
        : {
            // This way is shut; another reason may be the right one.
            links: [
              { label: found.words.say('request.change'), url: `${page.where.base}/o/${String(req.params.pass)}` },
            ],
          }),
    });
  });
  at('post', '/send', async (req, res, page) => {
    const text = textOf(req.body, 'pass');
    const found = await openOrder(deps, page, text);
    const wanted = Command.safeParse(found?.pass.ask);
    if (found === null || !wanted.success) return sendPage(res, 410, old(page));
    // Pressed twice, or by ten clients at once, it is one request: the pass is what was agreed to.
    const id = `request:${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
    const outcome = await deps.handle({ id, shop: page.where.shop, actor: { kind: 'customer' } }, wanted.data);
    if (outcome.status === 'refused' || outcome.caseId === null) {
      const running = found.openCase;
      return sendPage(res, 409, {
        ...about(found),
        title: found.words.say('not-by-itself.title'),
        paragraphs: [
          running === null
            ? found.words.say('not-by-itself.text')
            : found.words.say('request.running', { case: running }),
        ],
      });
    }
    const [state, withdraw] = await Promise.all(
      (['case', 'withdraw'] as const).map((purpose) => deps.linkTo(page.where.shop, outcome.caseId as string, purpose)),
    );
    // Sent again later, it may have ended: it has its number all the same.
    const opened = await deps.read.caseDetail(page.where.shop, outcome.caseId);
    sendPage(res, 200, {
      ...about(found),
      title: found.words.say('request.thanks.title'),
      paragraphs: [
        found.words.say(found.hasMail ? 'request.thanks.text' : 'request.thanks.no-mail', {
          case: opened?.case.number ?? '–',
        }),
      ],
      links: [
        { label: found.words.say('request-received.see'), url: state as string },
        { label: found.words.say('request-received.withdraw'), url: withdraw as string },
      ],
    });
  });
  router.use(['/r', '/proxy'], (req, res) =>
    sendPage(res, 404, apart('unknown', wordsFor(req.headers['accept-language']))),
  );
  router.use(['/r', '/proxy'], (error: unknown, req: Request, res: Response, next: (error: unknown) => void) => {
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

const textOf = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, 20_000) : '';
};

type Page = Readonly<{
  where: Where;
  record: ShopRecord;
  words: Words;
  look: PageShop;
  texts: Parameters<typeof createWords>[1];
}>;

/** null: no such shop here, or it has left. */
const pageFor = async (deps: RequestDeps, req: Request, where: Where): Promise<Page | null> => {
  const record = await deps.read.shop(where.shop);
  if (record === null || record.uninstalledAt !== null) return null;
  const { language, texts, accent, logo, replyTo } = await deps.looks.load(where.shop);
  const wanted = language === 'customer' ? wordsFor(req.headers['accept-language']).language : language;
  return {
    where,
    record,
    texts,
    words: createWords(wanted, texts, record.currency),
    look: { name: record.name, contactEmail: replyTo ?? record.contactEmail, accent, logo },
  };
};

type Found = Page &
  Readonly<{
    pass: Pass;
    facts: NonNullable<Awaited<ReturnType<ReadModel['order']>>>['facts'];
    settings: Settings;
    /** Number of a case of this order that is open. */
    openCase: number | null;
    /** Whether the order has an address to write to. */
    hasMail: boolean;
  }>;

const openOrder = async (deps: RequestDeps, page: Page, text: unknown): Promise<Found | null> => {
  const pass = deps.passes.open(text);
  if (pass === null || pass.shop !== page.where.shop) return null;
  const [view, settings, contact, look] = await Promise.all([
    deps.read.order(pass.shop, pass.orderId),
    deps.settingsFor(pass.shop, pass.orderId),
    deps.contactOf(pass.shop, pass.orderId),
    deps.looks.load(pass.shop),
  ]);
  if (view === null) return null;
  // From here on the order's own language is known.
  const words =
    look.language === 'customer'
      ? createWords(languageOf(contact?.locale ?? page.words.language), page.texts, page.record.currency)
      : page.words;
  return {
    ...page,
    words,
    pass,
    facts: view.facts,
    settings,
    openCase: view.openCases[0]?.number ?? null,
    hasMail: Boolean(contact?.email),
  };
};

const about = ({ words, look }: Page) => ({ words, shop: look });

const start = (page: Page, problems: readonly string[] = [], number = ''): CustomerPage => ({
  ...about(page),
  problems,
  title: page.words.say('request.title'),
  paragraphs: [page.words.say('request.intro')],
  form: {
    action: page.where.base,
    fields: [
      {
        kind: 'text',
        name: 'number',
        label: page.words.say('request.number'),
        value: number.slice(0, 60),
        required: true,
        autocomplete: 'off',
        most: 60,
      },
      { kind: 'text', name: 'proof', label: page.words.say('request.proof'), required: true, autocomplete: 'email' },
    ],
    submit: page.words.say('request.find'),
  },
});

const old = (page: Page): CustomerPage => ({
  ...apart('ended', page.words, page.look),
  title: page.words.say('request.old.title'),
  paragraphs: [page.words.say('request.old.text')],
  links: [{ label: page.words.say('request.again'), url: page.where.base }],
});

/** Only what can be asked for of this order is offered. */
const reasons = (found: Found, req: Request, problems: readonly string[] = []): CustomerPage => {
  const { facts, words, settings } = found;
  const offered = Reason.options.filter((reason) => linesFor(facts, reason, settings).length > 0);
  const title = words.say('request.what.title', { order: facts.name });
  if (offered.length === 0 || facts.cancelledAt !== null)
    return { ...about(found), title, paragraphs: [words.say('request.nothing')] };
  return {
    ...about(found),
    problems,
    title,
    paragraphs: [words.say('request.what.text')],
    form: {
      method: 'get',
      action: `${found.where.base}/o/${String(req.params.pass)}`,
      fields: [
        {
          kind: 'choose',
          name: 'reason',
          label: words.say('request.reason'),
          required: true,
          options: offered.map((value) => ({ value, label: words.say(`request.reason.${value}`) })),
        },
      ],
      submit: words.say('request.next'),
    },
  };
};

/** What came with a page before this one, of this order: the answers as they were told, and the photos. */
const sentBefore = (
  { passes }: Pick<RequestDeps, 'passes'>,
  { pass }: Found,
  fields: Readonly<Record<string, string>>,
): Readonly<{ given: Readonly<Record<string, string>>; photos: readonly EvidenceRef[] }> | null => {
  const before = passes.open(fields.pass);
  if (before === null || before.shop !== pass.shop || before.orderId !== pass.orderId) return null;
  const { data } = Command.safeParse(before.ask);
  const isRequest = data?.kind === 'return.request' || data?.kind === 'cancellation.request';
  return { given: isRequest ? givenOf(data) : {}, photos: WithPhotos.safeParse(before.ask).data?.photos ?? [] };
};

const WithPhotos = z.object({ photos: Photos });

type Told = readonly [
  problems?: readonly string[],
  given?: Readonly<Record<string, string>>,
  /** Came already: a file that was chosen can't be put back into the page. */
  photos?: readonly EvidenceRef[],
];

/** Whoever goes back after it was sent, or had the page open for long, finds what is left to ask for. */
const whatIsAsked = (
  deps: Pick<RequestDeps, 'passes'>,
  found: Found,
  req: Request,
  asked: unknown,
  ...told: Told
): CustomerPage => {
  const reason = Reason.safeParse(asked);
  const isOpen = reason.success && linesFor(found.facts, reason.data, found.settings).length > 0;
  return isOpen ? questions(deps, found, reason.data, ...told) : reasons(found, req, told[0]);
};

const questions = (
  { passes }: Pick<RequestDeps, 'passes'>,
  found: Found,
  reason: Reason,
  ...[problems = [], given = {}, photos = []]: Told
): CustomerPage => ({
  ...about(found),
  problems,
  title: found.words.say('request.what.title', { order: found.facts.name }),
  paragraphs: [found.words.say(`request.reason.${reason}`)],
  form: {
    fields: [
      { kind: 'hidden', name: 'reason', value: reason },
      ...(photos.length === 0
        ? []
        : [{ kind: 'hidden', name: 'pass', value: passes.make({ ...found.pass, ask: { photos } }) } as const]),
      ...questionsFor(found.facts, reason, found.settings, found.words, given, {
        photos: MOST_PHOTOS,
        megabytes: LARGEST_PHOTO / 1024 / 1024,
        later: found.hasMail,
        have: photos.length,
      }),
    ],
    submit: found.words.say('request.look'),
  },
});

/** Where the exact sum is not known yet, how much it is at most. */
const upTo = (
  { estimate }: Awaited<ReturnType<Preview>>,
  outcome: Pick<CustomerPage, 'amounts'>,
  words: Words,
): Pick<CustomerPage, 'note'> | Record<string, never> =>
  outcome.amounts !== undefined || estimate === null
    ? {}
    : {
        note: words.say('request.preview.up-to', {
          amount: showAmount(estimate.items + estimate.tax, estimate.currency, words),
        }),
      };
