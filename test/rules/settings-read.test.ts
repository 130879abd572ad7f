import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { SETTING_NAMES } from '../../policy/settings.ts';

/** A setting that nothing acts on is a promise that nobody keeps: each is read where decisions are made or carried out. */

const ROOT = resolve(import.meta.dirname, '../..');

/** What describes settings, or shows them, does not act on them. */
const DESCRIBES = /^(policy\/(settings|texts|docs)\/|web\/admin\/|prisma\/generated\/)/;

const sources = ['policy', 'web', 'slack', 'prisma'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !DESCRIBES.test(name))
    .map((name) => readFileSync(join(ROOT, name), 'utf8')),
);

/** `settings['test.slaDays']`, `'approval-reminder': 'approval.remindHours'`, `settings.rejectedGoods`, `{ missingParts: how } = world.settings`. */
const reads = (name: string): RegExp =>
  name.includes('.')
    ? new RegExp(`(\\['|: ')${name.replaceAll('.', '\\.')}'`)
    : new RegExp(`([sS]ettings|own|resolveSettings\\([^;]*\\))\\.${name}\\b|\\{ ${name}\\b[^}]*\\} = [\\w.]*settings`);

/** Read by a name that is put together: `evidence.minPhotos.${reason}`. */
const STEMS = sources.flatMap((text) =>
  [...text.matchAll(/`([a-zA-Z]+\.[a-zA-Z]+\.)\$\{/g)].map(([, stem]) => stem ?? ''),
);

it('every setting is read by something that acts on it', () => {
  const unread = SETTING_NAMES.filter(
    (name) => !STEMS.some((stem) => name.startsWith(stem)) && !sources.some((text) => reads(name).test(text)),
  );
  expect(unread).toEqual([]);
});
