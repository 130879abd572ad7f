import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStage } from '../sandbox/stage.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePorts } from '../support/ports.ts';
import { until } from '../support/wait.ts';

/** `npm run screenshots`: plays a return in a running demo and takes the pictures that the README shows. */
const OUT = path.resolve(import.meta.dirname, 'pictures');
const CHANNEL = 'C0RETURNS';
const PHOTOS = ['headphones-broken-hinge.png', 'headphones-serial-number.png'].map((name) =>
  path.resolve(import.meta.dirname, '../sandbox/pages/public/photos', name),
);

const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-pictures-'));
const [port, sandboxPort, smtpPort] = (await freePorts(3)) as [number, number, number];
const stage = await startStage({ port, sandboxPort, smtpPort, dataDir, logLevel: 'error', orders: 'demo' });
const browser = await launchBrowser();
try {
  mkdirSync(OUT, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(20_000);
  const shoot = (name: string) => page.screenshot({ path: path.join(OUT, `${name}.png`) });

  await page.goto(`${stage.sandboxUrl}/slack?user=U0AGENT#/${CHANNEL}`);
  await page.locator('main input[type=file]').first().setInputFiles(PHOTOS);
  await page
    .getByLabel('Message #returns', { exact: true })
    .fill('@Makegood issue RMA for #1003, two of the headphones are dead on arrival');
  await page.getByRole('button', { name: 'Send' }).first().click();
  const written = page.locator('main article').filter({ hasText: 'dead on arrival' });
  await written.getByRole('button', { name: /repl(y|ies)/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('button', { name: /^Yes/ }).first().click();
  await thread.getByRole('button', { name: 'Confirm' }).waitFor();
  await thread.getByRole('button', { name: 'Confirm' }).click();
  await thread.getByRole('button', { name: 'Parcel is here' }).click();
  for (const text of ['@Makegood tested, defect confirmed, accept it']) {
    await thread.getByRole('button', { name: 'Test result…' }).waitFor();
    await thread.getByRole('textbox').fill(text);
    await thread.getByRole('button', { name: 'Send' }).click();
    await thread.getByRole('button', { name: 'Confirm' }).click();
  }
  await thread.getByRole('button', { name: 'Approve' }).waitFor();
  await page.goto(`${stage.sandboxUrl}/slack?user=U0LEAD#/${CHANNEL}`);
  await page
    .locator('main article')
    .filter({ hasText: 'dead on arrival' })
    .getByRole('button', { name: /repl(y|ies)/ })
    .click();
  await thread.getByRole('button', { name: 'Approve' }).scrollIntoViewIfNeeded();
  await shoot('slack-approval');
  await thread.getByRole('button', { name: 'Approve' }).click();
  await until('the refund mail', async () =>
    (await stage.call<{ mails: { subject: string }[] }>('GET', '/mail')).mails.find((one) =>
      /refund/i.test(one.subject),
    ),
  );

  await page.goto(`${stage.sandboxUrl}/shopify/admin/apps/makegood/cases`);
  const app = page.frameLocator('iframe');
  await app.getByText('All', { exact: true }).first().click();
  await app.getByText('#1003').first().waitFor();
  await app.getByText('#1003').first().click();
  await app.getByText('P29').first().waitFor();
  await app
    .getByText(/closed/i)
    .first()
    .waitFor();
  await shoot('admin-case');
} finally {
  await browser.close();
  await stage.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
