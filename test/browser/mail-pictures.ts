import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createWords, LANGUAGES } from '../../policy/texts/customer/index.ts';
import { MAIL_TEMPLATES, renderMail } from '../../web/adapters/mail/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { emptiest, longest, SAMPLES } from '../web/adapters/mail/samples.ts';

/**
 * Part of `npm run screenshots`: every mail as its reader sees it, in every language, with ordinary, the longest and the
 * emptiest data, at a desk and on a phone. One picture a mail and language, and its plain text beside it.
 * `node test/browser/mail-pictures.ts out-of-stock` draws that one alone.
 */
const OUT = path.resolve(import.meta.dirname, '../../.tmp/pictures/mails');
const WIDTHS = [600, 375] as const;
/** Of sixty lines the first ones show how they look. */
const SHOWN = 3;

const wanted = process.argv.slice(2);
const templates = MAIL_TEMPLATES.filter((name) => wanted.length === 0 || wanted.includes(name));
mkdirSync(OUT, { recursive: true });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 3 * (600 + 375) + 7 * 16, height: 800 } });
  for (const template of templates)
    for (const language of LANGUAGES) {
      const long = longest(template, language) as { items?: readonly unknown[] | null };
      const kinds = {
        ordinary: { ...SAMPLES[template], words: createWords(language) },
        longest: Array.isArray(long.items) ? { ...long, items: long.items.slice(0, SHOWN) } : long,
        emptiest: emptiest(template, language),
      };
      const drawn = await Promise.all(Object.values(kinds).map((data) => renderMail(template, data as never)));
      const frames = WIDTHS.flatMap((width) => drawn.map(({ html }) => ({ width, html })));
      await page.setContent('<body style="margin:16px;display:flex;gap:16px;align-items:flex-start;background:#999">');
      await page.evaluate(async (all) => {
        await Promise.all(
          all.map(
            ({ width, html }) =>
              new Promise<void>((done) => {
                const frame = Object.assign(document.createElement('iframe'), { srcdoc: html });
                frame.style.cssText = `border:0;width:${width}px;flex:none`;
                frame.onload = () => {
                  frame.style.height = `${frame.contentDocument?.documentElement.scrollHeight}px`;
                  done();
                };
                document.body.append(frame);
              }),
          ),
        );
      }, frames);
      await page.screenshot({ path: path.join(OUT, `${template}-${language}.png`), fullPage: true });
      writeFileSync(
        path.join(OUT, `${template}-${language}.txt`),
        Object.keys(kinds)
          .map((kind, index) => `##### ${kind}: ${drawn[index]?.subject}\n\n${drawn[index]?.text}`)
          .join('\n'),
      );
    }
  console.log(`${templates.length} mails in ${LANGUAGES.join(' and ')} are in ${path.relative(process.cwd(), OUT)}`);
} finally {
  await browser.close();
}
