import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import type { Page } from 'playwright-core';
import { createClock } from '../sandbox/clock.ts';
import { mainWorkspace } from '../sandbox/slack/context.ts';
import { createSlackRoom } from '../sandbox/slack/room.ts';
import { closeViews, openView, publishHome } from '../sandbox/slack/views.ts';
import { newTrigger, withIds } from '../sandbox/slack/workspace.ts';
import { gallery } from '../slack/support/gallery.ts';
import { launchBrowser } from '../support/browser.ts';

/**
 * Part of `npm run screenshots`: every message, modal and Home that Slack is ever shown, drawn by the sandbox's Slack
 * page: as it stands in a channel, and in a thread beside it, with ordinary and with the longest data.
 * `node test/browser/slack-pictures.ts approval modal-tracking` draws those alone whose names begin so.
 */
const OUT = path.resolve(import.meta.dirname, '../../.tmp/pictures/slack');
/** Pixels of a message in a channel, and in the pane of a thread. */
const WIDTHS = { channel: 620, thread: 330 } as const;
const USER = 'U0AGENT';

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((start) => name.startsWith(start));
const [ordinary, longest] = [gallery('ordinary'), gallery('longest')];

const app = express();
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const room = createSlackRoom({
  makegoodUrl: url,
  sandboxUrl: url,
  clock: createClock(),
  shopify: { apiKey: 'key', apiSecret: 'secret' },
  slack: { team: 'T0DEMO', botToken: 'xoxb-demo-token', signingSecret: 'demo-signing-secret' },
});
app.use('/slack', room.router);
const workspace = mainWorkspace(room.slack);
const browser = await launchBrowser();

const newPage = async (width: number, height: number): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'America/New_York', locale: 'en-US' });
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/slack?user=${USER}#/D0${USER}/home`);
  await page.locator('main').first().waitFor();
  return page;
};

/** Draws bodies of messages side by side with the page's own code, in the order given. */
const draw = (page: Page, bodies: readonly { width: number; text: string; blocks: readonly object[] | null }[]) =>
  page.evaluate(async (all) => {
    const [drawing, message] = ['/slack/ui/assets/slack/blocks.js', '/slack/ui/assets/slack/message.js'];
    const { messageBody } = await import(drawing as string);
    const { initialOf } = await import(message as string);
    const host = {
      names: { person: (id: string) => id, channel: (id: string) => id },
      optionTexts: new Map(),
      value: (_block: object, element: object) => initialOf(element),
      enter: () => undefined,
      click: async () => undefined,
      suggest: async () => [],
    };
    const sheet = document.createElement('div');
    sheet.style.cssText =
      'position:absolute;inset:0 auto auto 0;display:flex;gap:32px;align-items:flex-start;padding:16px;background:#fff;z-index:9';
    for (const { width, text, blocks } of all) {
      const column = document.createElement('div');
      column.style.cssText = `width:${width}px;flex:none`;
      column.append(messageBody({ text, blocks: blocks ?? [] }, host));
      sheet.append(column);
    }
    document.body.querySelector('#sheet')?.remove();
    sheet.id = 'sheet';
    document.body.append(sheet);
  }, bodies);

const take = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .screenshot({ path: path.join(OUT, `${name}.png`) });

let taken = 0;
try {
  mkdirSync(OUT, { recursive: true });
  const page = await newPage(WIDTHS.channel + 2 * WIDTHS.thread + 100, 900);
  const bodiesOf = (of: typeof ordinary): Record<string, { text: string; blocks: readonly object[] | null }> => ({
    ...of.messages,
    ...Object.fromEntries(
      Object.entries(of.ephemeral).map(([name, text]) => [`ephemeral-${name}`, { text, blocks: null }]),
    ),
    ...Object.fromEntries(Object.entries(of.unfurls).map(([name, blocks]) => [`unfurl-${name}`, { text: '', blocks }])),
  });
  const long = bodiesOf(longest);
  for (const [name, body] of Object.entries(bodiesOf(ordinary)).filter(([each]) => isWanted(each))) {
    const prepared = [body, body, long[name] ?? body].map(({ text, blocks }) => ({
      text,
      blocks: blocks === null ? null : withIds(blocks as Parameters<typeof withIds>[0]),
    }));
    const widths = [WIDTHS.channel, WIDTHS.thread, WIDTHS.thread];
    await draw(
      page,
      prepared.map((each, index) => ({ ...each, width: widths[index] as number })),
    );
    await take(page, '#sheet', name);
    taken += 1;
  }

  const windows = await newPage(1100, 2400);
  const sheets = await browser.newPage({ viewport: { width: 1180, height: 800 } });
  /** One picture of several, side by side. */
  const besideEachOther = async (pictures: readonly Buffer[], name: string): Promise<void> => {
    const images = pictures.map(
      (one) => `<img alt="" style="max-width:720px" src="data:image/png;base64,${one.toString('base64')}">`,
    );
    await sheets.setContent(
      `<body style="margin:0"><div style="display:inline-flex;gap:16px;align-items:flex-start;padding:16px;background:#999">${images.join('')}</div>`,
    );
    await take(sheets, 'div', name);
    taken += 1;
  };
  for (const name of Object.keys(ordinary.modals).filter((each) => isWanted(`modal-${each}`))) {
    const pictures: Buffer[] = [];
    for (const { modals } of [ordinary, longest]) {
      closeViews(workspace, USER, true);
      await windows.locator('dialog').waitFor({ state: 'detached' });
      openView(workspace, newTrigger(workspace, USER, null, 10_000), modals[name]);
      await windows.locator('dialog').waitFor();
      pictures.push(await windows.locator('dialog').screenshot());
    }
    await besideEachOther(pictures, `modal-${name}`);
  }
  closeViews(workspace, USER, true);

  for (const name of Object.keys(ordinary.homes).filter((each) => isWanted(`home-${each}`))) {
    const pictures: Buffer[] = [];
    for (const { homes } of [ordinary, longest]) {
      publishHome(workspace, USER, homes[name]);
      await windows.reload();
      await windows.locator('.home-inner').waitFor();
      pictures.push(await windows.locator('.home-inner').screenshot());
    }
    await besideEachOther(pictures, `home-${name}`);
  }
  console.log(`${taken} pictures of what Slack is shown are in ${path.relative(process.cwd(), OUT)}`);
} finally {
  await browser.close();
  await room.stop();
  server.close();
  server.closeAllConnections();
}
