import { randomUUID } from 'node:crypto';
import { CallFailed } from '../../policy/app/ports.ts';
import { parseSettings } from '../../policy/settings.ts';
import { createMailer } from '../../web/adapters/mail/mailer.ts';
import type { RunnerDeps } from '../../web/shell/effects/runner.ts';
import { createHandleCommand } from '../../web/shell/handle-command.ts';
import { realIds } from '../../web/shell/ids.ts';
import { createRunEffect } from '../../web/shell/run-effects.ts';
import { openFresh } from '../prisma/open.ts';
import { aCase, anEnvelope, done, SHOP, someContact, someFacts } from '../prisma/samples.ts';
import { createSmtp } from '../sandbox/mail/smtp.ts';
import { createDice } from './storm/dice.ts';

/** Where a worker dies while it sends one mail. */
const DEATHS = [
  'before the server',
  'after the server took it',
  'before the answer is noted',
  'after it is noted',
] as const;
type Death = (typeof DEATHS)[number] | 'none' | 'the answer is lost';

const log = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} } as never;

/**
 * Sends mails over SMTP with a worker that is killed around sending, `kills` times in all; a worker that died never comes
 * back, another one finds what it left. @returns what the server took, what the case says, and which mails may be doubled
 */
export const killMails = async (kills: number, seed: number) => {
  const opened = await openFresh();
  const dice = createDice(seed);
  const taken = new Map<string, number>();
  const smtp = createSmtp(
    {
      receive: async (raw: Buffer) => {
        const id = /^Message-ID:\s*<([^@>]+)/im.exec(raw.toString('latin1'))?.[1] ?? '';
        taken.set(id, (taken.get(id) ?? 0) + 1);
      },
    } as never,
    { bounce: new Set(), defer: new Set(), bounceLater: new Set() },
  );
  const port = await smtp.start(0);
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}` });
  try {
    const { store, read } = opened.db;
    const { rows } = await opened.sql.query<{ id: string }>('SELECT id FROM policy_versions');
    const record = aCase({ policyVersion: rows[0]?.id as string });
    const clock = { now: () => new Date().toISOString() };
    const mails: readonly string[] = Array.from({ length: Math.ceil(kills / 2) }, () => randomUUID());
    await store.transaction(SHOP, (tx) =>
      tx.record(anEnvelope(), done(), {
        orders: [{ facts: someFacts(), contact: someContact() }],
        cases: [record],
        effects: mails.map((id) => ({
          id,
          key: `mail:${id}`,
          caseId: record.id,
          effect: { kind: 'mail.send', caseId: record.id, template: 'cancelled', intentId: null },
        })),
      }),
    );
    const handle = createHandleCommand({ store, clock, ids: realIds });
    const never = new Promise<never>(() => {});
    /** A worker of its own: what it knows in memory dies with it. `died` resolves where it would have been killed. */
    const worker = (death: Death) => {
      let dead = (): void => {};
      const died = new Promise<'dead'>((resolve) => {
        dead = () => resolve('dead');
      });
      /** Nothing that comes after it happens. */
      const die = (): Promise<never> => {
        dead();
        return never;
      };
      const deps = {
        store,
        read,
        mailLooks: opened.db.mailLooks,
        deadAddresses: opened.db.deadAddresses,
        settingsOf: async () => parseSettings({}),
        composeMail: async () => ({ subject: 's', text: 't', html: '<p>t</p>', attachments: [] }),
        customerUrl: async () => 'https://example.com/c/x',
        mailer: {
          send: async (mail: Parameters<typeof mailer.send>[0]) => {
            if (death === 'before the server') return die();
            await mailer.send(mail);
            if (death === 'after the server took it') return die();
            if (death === 'the answer is lost') throw new CallFailed('unknown', 'the connection was lost');
          },
        },
        handle: async (...args: Parameters<typeof handle>) => {
          if (death === 'before the answer is noted') return die();
          const outcome = await handle(...args);
          if (death === 'after it is noted') return die();
          return outcome;
        },
        clock,
        ids: realIds,
      } as unknown as RunnerDeps;
      const run = createRunEffect(deps, log);
      return (id: string) => Promise.race([run(id).then(() => 'ended' as const), died]);
    };
    const mayDouble = new Set<string>();
    let killed = 0;
    const open = [...mails];
    while (open.length > 0) {
      const id = dice.pick(open);
      const death: Death = killed >= kills ? 'none' : dice.chance(0.15) ? 'the answer is lost' : dice.pick(DEATHS);
      await worker(death)(id);
      if (death !== 'none') killed += 1;
      if (
        death === 'after the server took it' ||
        death === 'before the answer is noted' ||
        death === 'the answer is lost'
      )
        mayDouble.add(id);
      const state = await store.transaction(SHOP, async (tx) => (await tx.effect(id))?.state);
      if (state === 'done') open.splice(open.indexOf(id), 1);
    }
    const detail = await read.caseDetail(SHOP, record.id);
    const says = (detail?.entries ?? []).map(({ text }) => text).filter((text) => text.startsWith('mail sent'));
    return { mails, taken, mayDouble, killed, says };
  } finally {
    await smtp.stop();
    await opened.close();
  }
};
