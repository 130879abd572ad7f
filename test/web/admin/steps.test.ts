import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../policy/app/actors.ts';
import { STEPS, type StepsOf, stepsOf } from '../../../policy/app/case-steps.ts';
import { Command } from '../../../policy/app/commands.ts';
import { fieldsOf } from '../../../web/admin/pages/case/steps/fields.ts';
import { emptyStepForm, stepBody } from '../../../web/admin/pages/case/steps/step-body.ts';
import type { CaseDetail, Photo } from '../../../web/edge/admin/contract.ts';
import { MAX_PHOTO_BYTES, STEP_KINDS } from '../../../web/edge/admin/contract.ts';
import { whyNotAllowed } from '../../../web/shell/permissions.ts';
import { uuid } from './support/records.ts';
import { ask, type Served, serveAdmin } from './support/serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

const CASE = uuid(1);
const post = (body: unknown, options: Parameters<typeof ask>[2] = {}) =>
  ask(served.url, `/api/cases/${CASE}/steps`, { method: 'POST', body, ...options });

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PHOTO: Photo = { id: uuid(9), name: 'a.png', mimetype: 'image/png', bytes: 11, sha256: 'ab' };
const sendPhoto = async (bytes: Uint8Array<ArrayBuffer>, as = '101', type = 'image/png', name = 'caf\u00e9.png') => {
  const response = await fetch(`${served.url}/api/photos`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${as}`,
      'Content-Type': type,
      'X-File-Name': encodeURIComponent(name),
    },
    body: bytes,
  });
  return { status: response.status, body: (await response.json()) as Photo & { detail?: string } };
};

describe('a step', () => {
  it('becomes the command, on the version that was seen', async () => {
    const { body } = await ask(served.url, `/api/cases/${CASE}`);
    const { version } = (body as CaseDetail).case;
    const stale = await post(
      { kind: 'return.extend', days: 7, because: 'was ill' },
      { headers: { 'If-Match': `"${version + 1}"` } },
    );
    expect(stale.status).toBe(412);
    const answer = await post(
      { kind: 'return.extend', days: 7, because: 'was ill', caseId: uuid(2) },
      { headers: { 'If-Match': `"${version}"` } },
    );
    expect(answer.status).toBe(200);
    expect(served.world.handled.map(({ command }) => command)).toEqual([
      { kind: 'return.extend', caseId: CASE, days: 7, because: 'was ill' },
    ]);
  });

  it.each([
    [{ kind: 'return.extend', days: 700, because: 'x' }, /days/],
    [{ kind: 'return.extend', days: 7 }, /because/],
    [{ kind: 'refund.approve' }, /kind/],
    [{ kind: 'shop.uninstalled' }, /kind/],
    [{ kind: 'unit.inspect', result: 'accepted', photos: [{ id: uuid(404) }] }, /photos/],
    [{ kind: 'mail.bounced', effectId: uuid(1), reason: 'x', permanent: true }, /kind/],
  ])('%j is refused by name', async (body, what) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect((answer.body as { detail: string }).detail).toMatch(what);
    expect(served.world.handled).toEqual([]);
  });

  it('never passes on a customer’s link', async () => {
    await post({ kind: 'backorder.answer', answer: 'wait', note: 'by phone', linkId: uuid(7) });
    expect(served.world.handled[0]?.command).not.toHaveProperty('linkId');
  });

  it('is about a refund of this case alone', async () => {
    const body = { kind: 'refund.settle', intentId: uuid(404), reference: 'bank transfer' };
    expect((await post(body)).status).toBe(404);
    expect(served.world.handled).toEqual([]);
  });

  it('takes photos by id, as they were kept', async () => {
    const { body: photo, status } = await sendPhoto(PNG);
    expect(status).toBe(201);
    expect(photo).toMatchObject({ name: 'caf\u00e9.png', mimetype: 'image/png', bytes: PNG.length });
    const forged = { ...photo, mimetype: 'text/html', bytes: 1 };
    expect((await post({ kind: 'unit.inspect', result: 'accepted', photos: [forged] })).status).toBe(200);
    expect(served.world.handled[0]?.command).toMatchObject({ photos: [photo] });
  });

  it('loses no photo: more than it takes are refused', async () => {
    const { body: photo } = await sendPhoto(PNG);
    const inspected = (count: number) =>
      post({ kind: 'unit.inspect', result: 'accepted', photos: Array.from({ length: count }, () => photo) });
    expect(await inspected(21)).toMatchObject({ status: 400, body: { detail: expect.stringContaining('20 photos') } });
    expect(served.world.handled).toEqual([]);
    expect(await inspected(20)).toMatchObject({ status: 200 });
  });
});

describe('a photo', () => {
  it('is shown to its shop alone, and never as anything else', async () => {
    const { body: photo } = await sendPhoto(PNG);
    const get = (as: string) =>
      fetch(`${served.url}/api/photos/${photo.id}`, { headers: { Authorization: `Bearer ${as}` } });
    const response = await get('101');
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    expect((await get('101@other.myshopify.com')).status).toBe(404);
  });

  it('must be one, and somebody with a role must send it', async () => {
    const page = new TextEncoder().encode('<script>alert(1)</script>');
    expect(await sendPhoto(page)).toMatchObject({ status: 400 });
    expect(await sendPhoto(PNG, '101', 'text/html')).toMatchObject({ status: 400 });
    expect(await sendPhoto(PNG, '401')).toMatchObject({ status: 403 });
  });

  it('that is too large is told how large one may be', async () => {
    const answer = await sendPhoto(new Uint8Array(MAX_PHOTO_BYTES + 1));
    expect(answer).toMatchObject({ status: 413, body: { detail: 'send at most 15 MB' } });
  });

  it.each(['a\0b.png', 'a\nb.png', ' '])('is called a photo where its name can not be kept (%j)', async (name) => {
    expect(await sendPhoto(PNG, '101', 'image/png', name)).toMatchObject({ status: 201, body: { name: 'photo' } });
  });
});

describe('what is offered', () => {
  const detail = (more: object): StepsOf =>
    ({
      case: { kind: 'return', state: 'received', closedAt: null, data: { kind: 'return' } },
      units: [],
      intents: [],
      decisions: [],
      ...more,
    }) as unknown as StepsOf;

  it.each([
    ['untested units', { units: [{ goods: 'arrived', result: null }] }, 'inspect'],
    ['a test that left it open', { units: [{ goods: 'incomplete', result: 'missing_components' }] }, 'decide-units'],
    ['a rejection to confirm', { units: [{ goods: 'rejected_pending', result: 'artificial_damage' }] }, 'second-look'],
    ['a refund that failed', { intents: [{ state: 'failed', breakdown: { total: 100 } }] }, 'retry'],
    [
      'a late parcel',
      { decisions: [{ kind: 'settle', decision: { verdict: 'needs-person', clauses: ['P21'] } }] },
      'accept-late',
    ],
    [
      'a shortage without an answer',
      { case: { kind: 'backorder', state: 'customer_notified', closedAt: null, data: { kind: 'backorder' } } },
      'answer',
    ],
    [
      'a parcel under way',
      { case: { kind: 'return', state: 'in_transit', closedAt: null, data: { kind: 'return' } } },
      'receive',
    ],
  ])('%s: %s', (_name, more, step) => expect(stepsOf(detail(more))[0]).toBe(step));

  it('is only to open it again once the case is closed', () => {
    expect(
      stepsOf(
        detail({
          case: { kind: 'return', state: 'closed', closedAt: '2026-11-01T00:00:00Z', data: { kind: 'return' } },
        }),
      ),
    ).toEqual(['reopen']);
  });
});

describe('a form', () => {
  const CHOSEN: Record<string, string> = {
    rmaMarked: 'yes',
    postage: '6.50',
    originalShippingCost: '7',
    number: '1Z999',
    carrier: 'UPS',
    url: 'https://ups.example/1Z999',
    acceptedAt: '2026-11-20',
    result: 'accepted',
    deduction: '1.5',
    note: 'by phone',
    decision: 'deduct',
    because: 'as agreed',
    finding: 'lost',
    days: '7',
    agree: 'no',
    clause: 'P25',
    labelBy: 'merchant',
    answer: 'refund',
    eta: '2026-12-24',
    to: uuid(3),
    remedy: 'exchange',
    photosWaived: 'told by phone',
    refundId: '990001',
    reference: 'bank transfer of November 29',
  };
  /** The same field means another thing in these. */
  const OTHERWISE: Record<string, Record<string, string>> = { convert: { to: 'wait' }, attribute: { to: 'shipping' } };
  const money = (minor: number, currency: string) => `${minor} ${currency}`;
  const UNITS = { digits: 2, timeZone: 'America/New_York' };
  const DETAIL = {
    case: { state: 'settling' },
    order: { currency: 'USD' },
    units: [{ id: uuid(5), goods: 'incomplete', result: null }],
    colleagues: [{ id: uuid(3), name: 'Ada', mayApprove: true }],
    unexplained: [{ refundId: '990001', amount: 500 }],
    intents: [
      { id: uuid(6), state: 'awaiting_approval', breakdown: { total: 1 } },
      { id: uuid(7), state: 'approved', breakdown: { total: 1 } },
      { id: uuid(8), state: 'failed', breakdown: { total: 1 } },
    ],
  } as unknown as CaseDetail;

  it.each(Object.entries(STEPS))('%s, filled in, is the command it stands for', (name, kind) => {
    const step = name as keyof typeof STEPS;
    const form = {
      texts: { ...CHOSEN, ...OTHERWISE[name] },
      unitIds: [uuid(5)],
      photos: kind === 'return.supply' ? [PHOTO] : [],
    };
    const filled = stepBody(step, kind, fieldsOf(step, DETAIL, money), form, UNITS);
    expect(filled.bad).toEqual([]);
    // Photos are sent by id; the route puts in what was kept of them.
    const photos = filled.body.photos === undefined ? {} : { photos: form.photos };
    const parsed = Command.safeParse({ ...filled.body, ...photos, caseId: CASE });
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(STEP_KINDS).toContain(kind);
  });

  it('says what is missing or unreadable', () => {
    const fields = fieldsOf('inspect', DETAIL, money);
    const texts = { deduction: '1,5,0' };
    expect(stepBody('inspect', 'unit.inspect', fields, { ...emptyStepForm, texts }, UNITS).bad).toEqual([
      'result',
      'deduction',
    ]);
    const late = { ...emptyStepForm, texts: { days: '0', because: 'x' } };
    expect(stepBody('extend', 'return.extend', fieldsOf('extend', DETAIL, money), late, UNITS).bad).toEqual(['days']);
  });

  it.each([
    ['America/New_York', '2026-11-20T05:00:00.000Z'],
    ['Asia/Tokyo', '2026-11-19T15:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-19T11:00:00.000Z'],
  ])('tells the beginning of the day on which a carrier took a parcel, in %s: %s', (timeZone, acceptedAt) => {
    const texts = { number: '1Z999', acceptedAt: '2026-11-20' };
    const fields = fieldsOf('track', DETAIL, money);
    const { body } = stepBody('track', 'return.track', fields, { ...emptyStepForm, texts }, { ...UNITS, timeZone });
    expect(body).toMatchObject({ acceptedAt });
  });

  it.each(['no', 'yes', 'unknown', 'as-policy'])('takes %j for words where words are asked for', (because) => {
    const fields = fieldsOf('charge', DETAIL, money);
    const { body, bad } = stepBody('charge', 'case.decide', fields, { ...emptyStepForm, texts: { because } }, UNITS);
    expect({ bad, because: body.because }).toEqual({ bad: [], because });
  });
});

/** Commands about a case or its refund that staff may ask for; each belongs on the page of the case. */
describe('what staff may ask for', () => {
  /** Pages that have them in another form, with what they are about beside it. */
  const ELSEWHERE: Readonly<Record<string, string>> = {
    'refund.approve': 'the approval card',
    'refund.decline': 'the approval card',
    'case.note': 'the note form',
    'parcel.match': 'the parcel desk',
  };
  const nobody: Actor = { kind: 'staff', staffId: '404' };
  const aboutACase = Command.options.flatMap((option) => {
    const kind = option.shape.kind.value;
    const isAbout = 'caseId' in option.shape || 'intentId' in option.shape;
    return isAbout && whyNotAllowed(nobody, null, kind) !== null ? [kind] : [];
  });
  const offered = new Set<string>(Object.values(STEPS));

  it.each(aboutACase)('%s is a step or has a place of its own', (kind) =>
    expect(offered.has(kind) || Object.hasOwn(ELSEWHERE, kind)).toBe(true),
  );

  it('and everything that Slack does with a case is among it', () => {
    const listeners = new URL('../../../slack/listeners/', import.meta.url);
    const said = readdirSync(listeners)
      .flatMap((name) => [...readFileSync(new URL(name, listeners), 'utf8').matchAll(/kind: '([a-z]+\.[a-z-]+)'/g)])
      .map(([, kind]) => kind ?? '');
    const known = new Map(Command.options.map((option) => [option.shape.kind.value as string, option.shape]));
    const inSlack = said.filter((kind) => {
      const shape = known.get(kind);
      return shape !== undefined && ('caseId' in shape || 'intentId' in shape);
    });
    expect(inSlack.length).toBeGreaterThan(10);
    expect(inSlack.filter((kind) => !offered.has(kind) && !Object.hasOwn(ELSEWHERE, kind))).toEqual([]);
  });
});
