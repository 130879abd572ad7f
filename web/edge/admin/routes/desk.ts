import { Router } from 'express';
import { Command } from '../../../../policy/app/commands.ts';
import type { ParcelRecord, ParcelView } from '../../../../policy/app/parcels.ts';
import { parseRma } from '../../../../policy/rma.ts';
import {
  type Checklist,
  ChecklistInput,
  type ParcelDetail,
  type ParcelList,
  ParcelStepInput,
  type QuarantinedParcel,
  QuarantineInput,
  type Scanned,
  ScanQuery,
} from '../contract/desk.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, restsOn, seenOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { sessionOf } from '../session.ts';
import { summaryView } from '../views/case-view.ts';
import { withPhotos } from './with-photos.ts';

/** More cases than this under one scan, and it has to be typed more closely. */
const MOST = 5;
const PARCELS = 50;

const parcelView = (parcel: ParcelRecord): QuarantinedParcel => ({
  id: parcel.id,
  number: parcel.number,
  version: parcel.version,
  state: parcel.state,
  problem: parcel.problem,
  written: parcel.written,
  seen: { ...parcel.seen },
  photos: parcel.photos,
  receivedAt: parcel.receivedAt,
  holdUntil: parcel.holdUntil,
  askedAt: parcel.askedAt,
});

const detailView = ({ parcel, candidates, case: record }: ParcelView): ParcelDetail => ({
  parcel: parcelView(parcel),
  candidates: candidates.map(({ orderId, orderName, caseId, caseNumber, rma, why }) => ({
    orderId,
    orderName,
    caseId,
    caseNumber,
    rma,
    why,
  })),
  case: record && { id: record.id, number: record.number },
});

type Deps = Pick<AdminDeps, 'read' | 'parcels' | 'handle' | 'evidence' | 'clock'>;

/** The warehouse's page: from what is scanned to the case, what belongs into its parcel, and what is nobody's yet. */
export const deskRoutes = ({ read, parcels, handle, evidence, clock }: Deps): Router =>
  Router()
    .get('/desk/scan', async (req, res) => {
      const { shop } = sessionOf(res);
      const { scan } = ScanQuery.parse(req.query);
      const reading = parseRma(/^RMA/i.test(scan) ? scan : `RMA-${scan}`);
      const byRma = reading.ok ? await read.caseByRma(shop, reading.rma) : null;
      let body: Scanned;
      if (byRma !== null) body = { found: 'case', caseId: byRma.case.id };
      else {
        // A tracking number, or the order's: what is still open comes first.
        // Without a letter or digit there is nothing to search by, and a list would begin with whatever is newest.
        const { cases } = /[\p{L}\p{N}]/u.test(scan)
          ? await read.cases(shop, { text: scan, kind: 'return', open: true, limit: MOST })
          : { cases: [] };
        const [only] = cases;
        if (only !== undefined && cases.length === 1) body = { found: 'case', caseId: only.case.id };
        else if (cases.length > 0)
          body = { found: 'several', cases: cases.map((summary) => summaryView(summary, clock.now())) };
        else {
          const misread = /^RMA/i.test(scan) && !reading.ok;
          body = { found: 'none', problem: misread ? 'misread' : 'unknown', written: scan.slice(0, 60) };
        }
      }
      res.json(body);
    })

    .get('/desk/cases/:id/checklist', async (req, res) => {
      const { shop } = sessionOf(res);
      const detail = found(await read.caseDetail(shop, idOf(req, 'case')), 'case');
      const lists = detail.shop.preferences?.checklists ?? {};
      const asked = new Set(detail.units.map(({ lineItemId }) => lineItemId));
      const body: Checklist = {
        version: detail.shop.preferences?.version ?? 0,
        lines: detail.order.lines
          .filter(({ id }) => asked.has(id))
          .map(({ id, productId, title }) => ({
            lineItemId: id,
            productId,
            title,
            parts: productId === null ? [] : (lists[productId] ?? []),
          })),
      };
      res.json(body);
    })

    .put('/desk/checklists', async (req, res) => {
      const session = sessionOf(res);
      const command = Command.parse({
        kind: 'desk.set-checklist',
        ...bodyOf(req, ChecklistInput),
        expected: restsOn(req, 'checklist') ?? 0,
      });
      const outcome = doneOrProblem(await handle(envelopeOf(req, session, 'desk.set-checklist', 'desk'), command));
      res.json({ replayed: outcome.replayed, caseId: null });
    })

    .get('/desk/parcels', async (req, res) => {
      const cursor = typeof req.query.cursor === 'string' ? { cursor: req.query.cursor.slice(0, 200) } : {};
      const page = await parcels.parcels(sessionOf(res).shop, { open: true, limit: PARCELS, ...cursor });
      const body: ParcelList = { parcels: page.parcels.map(parcelView), nextCursor: page.nextCursor };
      res.json(body);
    })

    .get('/desk/parcels/:id', async (req, res) => {
      const view = await parcels.parcel(sessionOf(res).shop, idOf(req, 'parcel'));
      res.json(detailView(found(view, 'parcel')));
    })

    .post('/desk/parcels', async (req, res) => {
      const session = sessionOf(res);
      // Where it is talked about in Slack is the shop's business, not the page's.
      const { channel: _, ...body } = bodyOf(req, QuarantineInput);
      const asked = Command.parse({ ...(await withPhotos(evidence, session.shop, body)), kind: 'parcel.quarantine' });
      const outcome = doneOrProblem(await handle(envelopeOf(req, session, asked.kind, 'desk'), asked));
      res.status(outcome.replayed ? 200 : 201).json({ replayed: outcome.replayed, caseId: outcome.caseId });
    })

    .post('/desk/parcels/:id/steps', async (req, res) => {
      const session = sessionOf(res);
      const parcelId = idOf(req, 'parcel');
      const body = bodyOf(req, ParcelStepInput);
      found(await parcels.parcel(session.shop, parcelId), 'parcel');
      const asked = Command.parse({ ...body, parcelId });
      const envelope = envelopeOf(req, session, asked.kind, parcelId, seenOf(req, 'parcel'));
      const outcome = doneOrProblem(await handle(envelope, asked));
      res.json({ replayed: outcome.replayed, caseId: outcome.caseId });
    });
