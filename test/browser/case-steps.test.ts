import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { STEPS, type StepName } from '../../policy/app/case-steps.ts';
import { buildAdmin } from '../../web/admin/build.ts';
import { en } from '../../web/admin/messages/en.ts';
import { type Field, fieldsOf } from '../../web/admin/pages/case/steps/fields.ts';
import type { CaseDetail } from '../../web/edge/admin/contract.ts';
import { launchBrowser } from '../support/browser.ts';
import { uuid } from '../web/admin/support/records.ts';
import { type ServedApp, serveApp } from '../web/admin/support/serve-app.ts';

/** Every step of a case, pressed once: the form, what is filled in, and the command that arrives. */

const PHOTO = path.resolve(import.meta.dirname, '../sandbox/pages/public/photos/headphones-broken-hinge.png');
/** These are no forms among the steps: they have cards of their own. */
const OWN_CARDS: readonly StepName[] = ['retry', 'second-look'];
const NAMES = (Object.keys(STEPS) as StepName[]).filter((name) => !OWN_CARDS.includes(name));
const WORDS: Readonly<Record<string, string>> = en;

let browser: Browser;
let app: ServedApp;
let page: Page;
beforeAll(async () => {
  await buildAdmin({ ifStale: true });
  browser = await launchBrowser();
}, 90_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  app = await serveApp();
  page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  page.setDefaultTimeout(20_000);
});
afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  await app.close();
});

/** The case as it stands when this step is what it waits for: what the step is about is there, and it is offered. */
const waitingFor = (name: StepName, detail: CaseDetail): CaseDetail => {
  const [unit] = detail.units;
  const [intent] = detail.intents;
  if (unit === undefined || intent === undefined) throw new Error('the case has no unit or no refund');
  const goods = { inspect: 'arrived', 'receive-part': 'expected', 'decide-units': 'incomplete' }[name as string];
  const state = { stop: 'approved', delegate: 'awaiting_approval', settle: 'failed' }[name as string];
  return {
    ...detail,
    steps: [{ name, kind: STEPS[name], blocked: null }],
    units: goods === undefined ? detail.units : [{ ...unit, goods, result: null }],
    intents: state === undefined ? detail.intents : [{ ...intent, state } as typeof intent],
    colleagues: [{ id: uuid(3), name: 'Ada Agent', mayApprove: true }],
    unexplained: [{ refundId: '990001', amount: 500 }],
  } as CaseDetail;
};

const TYPED: Readonly<Partial<Record<Field['control'], string>>> = {
  text: 'UPS1Z999',
  multiline: 'as agreed by phone',
  days: '7',
  date: '2026-12-24',
  money: '6.50',
};

const fill = async (form: Locator, field: Field): Promise<void> => {
  const label = (WORDS[`step-field.${field.label ?? field.name}`] ?? '').replace('{currency}', 'USD');
  switch (field.control) {
    case 'preset':
      return;
    case 'choice': {
      const chosen = form.getByLabel(label, { exact: true });
      await chosen.selectOption(field.named?.[0]?.value ?? field.options?.[0] ?? '');
      return;
    }
    case 'units':
      if (!field.optional) await form.getByRole('checkbox').first().check();
      return;
    case 'photos':
      await form.locator('input[type=file]').setInputFiles(PHOTO);
      await form.getByRole('button', { name: /^Remove / }).waitFor();
      return;
    default:
      await form
        .getByLabel(label, { exact: true })
        .fill(field.name === 'url' ? 'https://ups.example/1Z' : (TYPED[field.control] ?? ''));
  }
};

it.each(NAMES)('%s', async (name) => {
  let shown: CaseDetail | undefined;
  await page.route(`**/api/cases/${uuid(1)}`, async (route) => {
    const response = await route.fetch();
    shown = waitingFor(name, (await response.json()) as CaseDetail);
    await route.fulfill({ response, json: shown });
  });
  await page.goto(app.address(`/cases/${uuid(1)}`, '1'));
  const said = WORDS[`step.${name}`] ?? '';
  // A refund is declined in a card of its own.
  const card = page
    .locator('.Polaris-ShadowBevel')
    .filter({ has: page.getByRole('heading', { name: en['steps.title'] }) });
  await card.getByRole('button', { name: said, exact: true }).click();
  const form = page.locator('form').filter({ has: page.getByRole('heading', { level: 3, name: said, exact: true }) });
  await form.waitFor();
  const fields = fieldsOf(name, shown as CaseDetail, (minor) => `${minor}`);
  const needed = fields.filter(({ control, optional }) => control !== 'preset' && !optional);
  if (needed.length > 0) {
    await form.getByRole('button', { name: said, exact: true }).click();
    await form.getByText(en['steps.needed']).first().waitFor();
    expect(await form.getByText(en['steps.needed']).count()).toBe(needed.length);
  }
  for (const field of fields) await fill(form, field);
  app.world.answerNext({ status: 'done', replayed: false, caseId: uuid(1), proposalId: null, intentId: null });
  await form.getByRole('button', { name: said, exact: true }).click();
  await form.waitFor({ state: 'detached' });
  const asked = app.world.handled.map(({ command }) => command);
  expect(asked).toMatchObject([{ kind: STEPS[name] }]);
});

it('hands the keyboard to the form and back', async () => {
  await page.route(`**/api/cases/${uuid(1)}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: waitingFor('track', (await response.json()) as CaseDetail) });
  });
  await page.goto(app.address(`/cases/${uuid(1)}`, '1'));
  const button = page.getByRole('button', { name: WORDS['step.track'] ?? '', exact: true });
  await button.press('Enter');
  await page.locator('form :focus, div:focus:has(form)').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator('input:focus').getAttribute('type')).toBe('text');
  await page.getByRole('button', { name: en['steps.cancel'], exact: true }).press('Enter');
  await page.locator('button:focus', { hasText: WORDS['step.track'] ?? '' }).waitFor();
});
