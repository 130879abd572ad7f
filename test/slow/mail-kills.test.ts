import { expect, it } from 'vitest';
import { killMails } from '../support/mail-kills.ts';

/** The same as in the unit suite, a thousand times. `MAIL_SEED` replays. */
it('a thousand kills around sending lose no mail and double none that the case does not tell of', async () => {
  const seed = Number(process.env.MAIL_SEED ?? Date.now() % 1_000_000);
  console.log(`MAIL_SEED=${seed}`);
  const { mails, taken, mayDouble, says } = await killMails(1000, seed);
  const lost = mails.filter((id) => !taken.has(id));
  const doubledWithoutCause = mails.filter((id) => (taken.get(id) ?? 0) > 1 && !mayDouble.has(id));
  const doubled = mails.filter((id) => (taken.get(id) ?? 0) > 1).length;
  expect({ lost, doubledWithoutCause, said: says.length }).toEqual({
    lost: [],
    doubledWithoutCause: [],
    said: mails.length,
  });
  expect(says.filter((text) => text.includes('may have it twice')).length).toBeGreaterThanOrEqual(doubled);
  console.log(`${mails.length} mails, 1000 kills, ${doubled} sent more than once, each told`);
});
