import { expect, it } from 'vitest';
import { killMails } from '../../support/mail-kills.ts';

it('a worker killed around sending loses no mail, and doubles one only where the server may have had it, which the case says', async () => {
  const { mails, taken, mayDouble, killed, says } = await killMails(24, 7);
  expect(killed).toBe(24);
  for (const id of mails) {
    expect(taken.get(id) ?? 0).toBeGreaterThanOrEqual(1);
    if ((taken.get(id) ?? 0) > 1) expect(mayDouble.has(id)).toBe(true);
  }
  const doubled = [...taken.values()].filter((count) => count > 1).length;
  expect(doubled).toBeGreaterThan(0);
  expect(says).toHaveLength(mails.length);
  expect(says.filter((text) => text.includes('may have it twice')).length).toBeGreaterThanOrEqual(doubled);
});
