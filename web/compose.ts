import type { RequestListener } from 'node:http';
import path from 'node:path';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Clock } from '../policy/app/ports.ts';
import type { Database } from '../prisma/index.ts';
import { createSlack } from '../slack/app.ts';
import { createExchangeCode } from '../slack/exchange-code.ts';
import { localFetch, publicFetch } from '../slack/model/public-fetch.ts';
import { createUnderstand } from '../slack/model/understand.ts';
import { SLACK_SCOPES } from '../slack/scopes.ts';
import { adminLinks } from '../slack/text/links.ts';
import { CASE_TEMPLATES, type CaseTemplate, composeMail } from './adapters/mail/compose.ts';
import { composeAskSender } from './adapters/mail/compose-ask-sender.ts';
import { createMailViews } from './adapters/mail/mail-views.ts';
import { createMailer } from './adapters/mail/mailer.ts';
import { readMail } from './adapters/mail/read-mail.ts';
import { createShopifyAdmin } from './adapters/shopify/admin.ts';
import { type Config, secretsKeysOf } from './config.ts';
import { adminPage } from './edge/admin/page.ts';
import { adminRoutes } from './edge/admin/routes.ts';
import { customerRoutes } from './edge/customer/routes.ts';
import { customerUrl } from './edge/customer/url.ts';
import { createMetrics, healthRoutes } from './edge/health.ts';
import { lastRoutes } from './edge/last-routes.ts';
import { mailInboundRoutes } from './edge/mail-inbound.ts';
import { createPasses } from './edge/request/pass.ts';
import { requestRoutes } from './edge/request/routes.ts';
import { sandboxClockRoutes } from './edge/sandbox-clock.ts';
import { requireSession } from './edge/session.ts';
import { SLACK_REDIRECT_PATH, slackRedirect } from './edge/slack-connect.ts';
import { webhookHandler } from './edge/webhooks.ts';
import { createBacktester } from './shell/backtest/backtester.ts';
import type { MovableClock } from './shell/clock.ts';
import { createSlackConnection } from './shell/connect-slack.ts';
import { createDigest } from './shell/digest.ts';
import { createDrainInbox } from './shell/drain-inbox.ts';
import { createHandleCommand } from './shell/handle-command.ts';
import { realIds } from './shell/ids.ts';
import { expiryOf, linkIdOf } from './shell/mail-links.ts';
import { createOpenShop } from './shell/open-shop.ts';
import { createPreview } from './shell/preview.ts';
import { createReconcile } from './shell/reconcile.ts';
import { createRunEffect } from './shell/run-effects.ts';
import { createOrderSettings, createSettingsOf } from './shell/settings-of.ts';
import { createSweep } from './shell/sweep.ts';
import { createTakeMail } from './shell/take-mail.ts';
import { commandsFor } from './topics/commands-for.ts';

export type Makegood = Readonly<{
  /** Answers requests; webhooks on the shortest way, everything else through Express. */
  serve: RequestListener;
  database: Database;
  startWork(): Promise<{ stop(): Promise<void> }>;
  /** Looks for what webhooks did not tell, in every shop, without waiting for the hour. */
  reconcile(): Promise<void>;
}>;

/** The one place where ports meet implementations. */
export const compose = (config: Config, database: Database, clock: Clock | MovableClock, log: Logger): Makegood => {
  const movable = 'move' in clock ? clock : null;
  const modelsMayBeLocal = config.NODE_ENV !== 'production' || config.MAKEGOOD_SANDBOX_URL !== undefined;
  const { store, read } = database;
  const metrics = createMetrics();
  const handle = createHandleCommand({ store, clock, ids: realIds, onOutcome: metrics.noteOutcome });
  const preview = createPreview({ store, clock });
  const settingsOf = createSettingsOf(store);
  const contactOf = async (shop: string, orderId: string) =>
    (await store.transaction(shop, (tx) => tx.order(orderId)))?.contact ?? null;
  const mailViews = createMailViews({
    appUrl: config.APP_URL,
    contactOf,
    settingsOf,
    lookOf: database.mailLooks.load,
    now: clock.now,
  });
  const shopify = createShopifyAdmin({
    apiKey: config.SHOPIFY_API_KEY,
    apiSecret: config.SHOPIFY_API_SECRET,
    previousApiSecret: config.SHOPIFY_API_SECRET_PREVIOUS,
    appUrl: config.APP_URL,
    address: config.SHOPIFY_ADDRESS ?? null,
    tokens: database.tokens,
    log,
  });
  const app = express().disable('x-powered-by').set('trust proxy', config.TRUSTED_PROXIES);
  const slack = createSlack({
    app,
    signingSecret: config.SLACK_SIGNING_SECRET,
    slackApiUrl: config.SLACK_API_URL,
    inbox: database.inbox,
    installations: database.installations,
    read,
    parcels: database.parcels,
    typeahead: database.typeahead,
    people: database.people,
    policy: database.policy,
    figures: database.today,
    links: adminLinks(config.SHOPIFY_API_KEY),
    understand: createUnderstand({
      models: database.languageModels,
      read,
      clock,
      log,
      // Owners choose the address: in production it may not be one of the operator's own network.
      via: modelsMayBeLocal ? localFetch : publicFetch,
    }),
    handle,
    evidence: database.evidence,
    preview,
    clock,
    log,
    transcript: store,
  });
  const slackConnection =
    config.SLACK_CLIENT_ID === undefined || config.SLACK_CLIENT_SECRET === undefined
      ? null
      : createSlackConnection({
          states: database.slackStates,
          exchange: createExchangeCode({
            slackApiUrl: config.SLACK_API_URL,
            clientId: config.SLACK_CLIENT_ID,
            clientSecret: config.SLACK_CLIENT_SECRET,
            log,
          }),
          installations: database.installations,
          read,
          clientId: config.SLACK_CLIENT_ID,
          authorizeUrl: config.SLACK_AUTHORIZE_URL,
          redirectUri: new URL(SLACK_REDIRECT_PATH, config.APP_URL).href,
          scopes: SLACK_SCOPES,
          clock,
          log,
        });
  const reconcile = createReconcile({
    reconciliations: database.reconciliations,
    shopify: shopify.background,
    handle,
    clock,
    log,
  });
  const openShop = createOpenShop({
    shopify,
    installations: database.installations,
    read,
    handle,
    config,
    clock,
    log,
  });
  const sweep = createSweep({
    store,
    handle,
    clock,
    upkeep: database.upkeep,
    privacy: database.privacy,
    log,
  });
  const morning = createDigest({ reconciliations: database.reconciliations, read, handle, clock, log });
  const work = {
    effect: createRunEffect(
      {
        store,
        read,
        parcels: database.parcels,
        samePhotos: database.samePhotos,
        shopify,
        background: shopify.background,
        tokens: database.tokens,
        privacy: database.privacy,
        backfills: database.backfills,
        mailer: createMailer({ smtpUrl: config.SMTP_URL }),
        composeMail,
        composeAskSender,
        mailLooks: database.mailLooks,
        deadAddresses: database.deadAddresses,
        settingsOf,
        channel: slack.channel,
        folded: database.folded,
        forgetSlackToken: database.installations.forgetSlack,
        evidence: database.evidence,
        customerUrl: async (link) => customerUrl(config.APP_URL, await database.customerLinks.issue(link)),
        handle,
        clock,
        ids: realIds,
      },
      log,
    ),
    drainInbox: createDrainInbox({
      drain: database.drain,
      handle,
      parseWebhook: commandsFor,
      handleSlackEvent: slack.handleEvent,
      takeMail: createTakeMail({
        readMail,
        store,
        evidence: database.evidence,
        deadAddresses: database.deadAddresses,
        handle,
        clock,
      }),
      log,
    }),
    sweep: async (stopping: AbortSignal) => {
      await sweep(stopping);
      await morning();
    },
    reconcile: (stopping: AbortSignal) => reconcile('due', stopping),
  };

  // Raw bodies first: signatures are over the bytes as they came, and no parser may touch them before.
  const secrets = [config.SHOPIFY_API_SECRET, config.SHOPIFY_API_SECRET_PREVIOUS].filter(
    (secret) => secret !== undefined,
  );
  const takeWebhook = webhookHandler({ inbox: database.inbox, secrets, log });
  slack.mount();
  app.use(healthRoutes(database.ping, metrics));
  if (movable !== null) {
    const never = new AbortController().signal;
    const moved = () => work.sweep(never).then(() => work.reconcile(never));
    app.use(sandboxClockRoutes(movable, config.SLACK_SIGNING_SECRET, moved));
  }
  app.use(mailInboundRoutes({ inbox: database.inbox, secret: config.MAIL_INBOUND_SECRET }));
  // Framing is decided per shop by the page itself; the rest is helmet's.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      frameguard: false,
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  if (slackConnection !== null) app.use(slackRedirect(slackConnection.finish));
  app.use(
    customerRoutes({
      links: database.customerLinks,
      read,
      settingsOf,
      contactOf,
      looks: database.mailLooks,
      evidence: database.evidence,
      labelOf: mailViews.label,
      handle,
      clock,
      report: (error) => log.error({ err: error }, "a customer's page failed"),
    }),
  );
  app.use(
    requestRoutes({
      read,
      contactOf,
      looks: database.mailLooks,
      evidence: database.evidence,
      settingsFor: createOrderSettings(store, clock),
      preview,
      passes: createPasses(secretsKeysOf(config)),
      linkTo: async (shop, caseId, purpose) => {
        const now = clock.now();
        const id = linkIdOf(caseId, purpose);
        const link = { id, shop, caseId, purpose, createdAt: now, expiresAt: expiryOf(purpose, now) };
        return customerUrl(config.APP_URL, await database.customerLinks.issue(link));
      },
      proxySecrets: secrets,
      handle,
      clock,
      report: (error) => log.error({ err: error }, 'the request form failed'),
    }),
  );
  app.use(
    '/api',
    adminRoutes({
      read,
      policy: database.policy,
      backfills: database.backfills,
      privacy: database.privacy,
      backtester: createBacktester({
        read,
        policy: database.policy,
        backtests: database.backtests,
        clock,
        ids: realIds,
        log,
      }),
      handle,
      preview,
      evidence: database.evidence,
      admin: database.admin,
      audit: database.audit,
      parcels: database.parcels,
      mails: {
        looks: database.mailLooks,
        dead: database.deadAddresses,
        templates: CASE_TEMPLATES,
        preview: (template, ...rest) => mailViews.preview(template as CaseTemplate, ...rest),
        label: mailViews.labelOfCase,
      },
      retryParked: database.drain.retryParked,
      dismissParked: database.drain.dismissParked,
      clock,
      models: database.languageModels,
      modelsMayBeLocal,
      ...(slackConnection === null ? {} : { connectSlack: slackConnection.begin }),
      requireSession: requireSession({ decodeSessionToken: shopify.decodeSessionToken, log }),
      report: (error) => log.error({ err: error }, 'admin request failed'),
    }),
  );
  app.use(
    adminPage({
      apiKey: config.SHOPIFY_API_KEY,
      appBridgeUrl: config.SHOPIFY_APP_BRIDGE_URL,
      distDir: path.join(import.meta.dirname, 'admin/dist'),
      frameAncestorsExtra: config.MAKEGOOD_SANDBOX_URL === undefined ? [] : [config.MAKEGOOD_SANDBOX_URL],
      onOpen: openShop,
      log: (code) => log.warn({ code }, 'opening the app did not install the shop'),
    }),
  );

  app.use(...lastRoutes((error) => log.error({ err: error }, 'a request failed')));

  return {
    // Shopify's bursts are the hot path: they need none of what Express does for a page.
    serve: (req, res) => (req.method === 'POST' && req.url === '/webhooks' ? takeWebhook(req, res) : app(req, res)),
    database,
    reconcile: () => reconcile('now'),
    startWork: () => database.startQueue(work, { concurrency: 8 }),
  };
};
