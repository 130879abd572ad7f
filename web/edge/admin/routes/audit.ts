import { type Response, Router } from 'express';
import type { AuditFilter } from '../../../../policy/app/audit.ts';
import { startOfDay } from '../../../../policy/days/local-day.ts';
import { AuditExportQuery, type AuditPage, AuditQuery } from '../contract/audit.ts';
import type { AdminDeps } from '../deps.ts';
import { found } from '../input.ts';
import { ProblemError } from '../problem.ts';
import { type AdminSession, actorOf, sessionOf } from '../session.ts';

/** Days as the shop counts them, as the instants between which they lie. */
const filterOf = (
  { by, event, case: caseNumber, from, to }: Omit<AuditQuery, 'limit' | 'cursor'>,
  timeZone: string,
): AuditFilter => ({
  ...(by === undefined ? {} : { by }),
  ...(event === undefined ? {} : { event }),
  ...(caseNumber === undefined ? {} : { caseNumber }),
  ...(from === undefined ? {} : { from: startOfDay(from, timeZone) }),
  ...(to === undefined ? {} : { until: startOfDay(dayAfter(to), timeZone) }),
});

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** When more can be written, or nobody reads any more. Nothing keeps listening: a long file waits many times. */
const drained = (res: Response): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      res.off('drain', go).off('close', go);
      resolve();
    };
    res.on('drain', go).on('close', go);
  });

export const auditRoutes = ({ read, audit, clock }: Pick<AdminDeps, 'read' | 'audit' | 'clock'>): Router => {
  /** It names colleagues and what they did: for those who answer for the shop. */
  const mayRead = async (session: AdminSession): Promise<void> => {
    const person = await read.person(session.shop, actorOf(session));
    if (person?.role === 'owner' || person?.role === 'approver') return;
    throw new ProblemError('not-allowed', 'the audit log takes an owner or an approver: ask one to look it up');
  };
  const shopOf = async ({ shop }: AdminSession) => {
    const record = await read.shop(shop);
    if (record === null) throw new ProblemError('shop-uninstalled', 'open Makegood from Apps: that installs it');
    return record;
  };

  return (
    Router()
      .get('/audit', async (req, res) => {
        const session = sessionOf(res);
        await mayRead(session);
        const { cursor, limit, ...rest } = AuditQuery.parse(req.query);
        const { timeZone } = await shopOf(session);
        const [page, people] = await Promise.all([
          audit.auditPage(session.shop, {
            ...filterOf(rest, timeZone),
            limit,
            ...(cursor === undefined ? {} : { cursor }),
          }),
          read.people(session.shop),
        ]);
        const body: AuditPage = {
          entries: page.entries.map(({ by: _, ...entry }) => entry),
          nextCursor: page.nextCursor,
          people: people.map(({ id, name }) => ({ id, name })),
        };
        res.json(body);
      })

      /** As it is read, page by page: a long history takes no memory here. */
      .get('/audit/export', async (req, res) => {
        const session = sessionOf(res);
        await mayRead(session);
        const { format, ...rest } = AuditExportQuery.parse(req.query);
        const { timeZone } = found(await shopOf(session), 'case');
        const at = clock.now();
        res
          .type(format === 'csv' ? 'text/csv' : 'application/json')
          .set('Content-Disposition', `attachment; filename="makegood-audit-${at.slice(0, 10)}.${format}"`);
        for await (const part of audit.auditFile(session.shop, format, filterOf(rest, timeZone), at)) {
          if (res.destroyed) return;
          if (!res.write(part)) await drained(res);
        }
        res.end();
      })
  );
};
