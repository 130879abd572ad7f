import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { LinkPurpose } from '../../policy/app/links.ts';
import type { TestStage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of every page are put, for whoever wants to look at them. */
export const PICTURES = process.env.PICTURES_IN;

type Violation = { id: string; nodes: { html: string }[] };
/** What a page is for, and how it stands: `remedy`, `remedy-over`. */
type PageName = `${LinkPurpose | 'request' | 'apart'}${'' | `-${string}`}`;

/** Customers with a phone: 375 px wide, each at an address of their own, asking nobody but Makegood. */
export const customerPhone = (stage: Pick<TestStage, 'makegoodUrl'>, browser: Browser) => {
  let address = 1;
  const seen = new Set<string>();
  const phone = async (options: { scripts?: boolean; locale?: string } = {}): Promise<Page> => {
    address += 1;
    const context = await browser.newContext({
      viewport: { width: 375, height: 740 },
      javaScriptEnabled: options.scripts ?? true,
      locale: options.locale ?? 'en-GB',
      // Requests are counted by address; every customer has one.
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${address}` },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== new URL(stage.makegoodUrl).origin)
        throw new Error(`asked somebody else: ${request.url()}`);
    });
    return page;
  };
  /** What has to hold of every page: nothing against axe, nothing to scroll sideways. */
  const sound = async (page: Page, name: PageName): Promise<void> => {
    seen.add(name);
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: AXE });
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
      );
    });
    expect(violations, name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(375);
  };
  /** Links that customers get in mails, of which no page was looked at. */
  const unseen = (): readonly LinkPurpose[] =>
    LinkPurpose.options.filter(
      (purpose) => ![...seen].some((name) => name === purpose || name.startsWith(`${purpose}-`)),
    );
  return { phone, sound, unseen };
};
