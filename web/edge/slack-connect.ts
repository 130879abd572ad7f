import { Router } from 'express';
import { plainPage } from './admin/page/plain-page.ts';

type Finish = (
  query: Readonly<{ code?: string; state?: string; error?: string }>,
) => Promise<Readonly<{ ok: true; shop: string; teamName: string }> | Readonly<{ ok: false; because: string }>>;

export const SLACK_REDIRECT_PATH = '/slack/oauth_redirect';

/** One text of a query; Express gives lists for what is there twice. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 500 ? value : undefined;

/** The way back from Slack's install page. What may be connected is bound to the state, and not to this browser. */
export const slackRedirect = (finish: Finish): Router =>
  Router().get(SLACK_REDIRECT_PATH, async (req, res) => {
    const query = Object.fromEntries(
      ['code', 'state', 'error'].flatMap((name) => {
        const value = textOf(req.query[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const done = await finish(query);
    res
      .status(done.ok ? 200 : 400)
      .set('Cache-Control', 'no-store')
      .set('Referrer-Policy', 'no-referrer')
      .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .type('text/html')
      .send(
        done.ok
          ? plainPage(
              'Slack is connected',
              `${done.teamName} now works with ${done.shop}. Close this page and go on in Shopify admin; choose channels under Settings there or on Makegood's Home in Slack.`,
            )
          : plainPage('Slack is not connected', `${done.because.charAt(0).toUpperCase()}${done.because.slice(1)}.`),
      );
  });
