import { createHash } from 'node:crypto';
import { MOST_PHOTOS } from '../../../../policy/app/customer-commands.ts';
import type { ReturnData } from '../../../../policy/app/records.ts';
import { LARGEST_PHOTO } from '../../../shell/photos/accept-photo.ts';
import { apart } from '../apart.ts';
import { type CustomerDeps, customer, type Opened, type Pressed, type Purpose, stands } from '../deps.ts';
import type { CustomerPage } from '../page.ts';
import { keepUploads, sayProblem, sayTooMuch, type Upload } from '../uploads.ts';

/** Until the goods are here and looked at, photos help. */
const OPEN: ReadonlySet<string> = new Set([
  'evidence_pending',
  'troubleshooting',
  'review',
  'authorized',
  'in_transit',
  'grey_zone',
  'suspected_lost',
  'expired',
]);

/** P3: photos of what arrived. */
export const photosPurpose: Purpose = {
  show: (opened) => pageOf(opened, []),
  // Its body is no form of names and values: see `takePhotos`.
  press: async (_deps, opened) => ({ status: 415, page: apart('not-answered', opened.words, opened.shop) }),
};

export const takePhotos = async (
  deps: CustomerDeps,
  opened: Opened,
  uploads: readonly Upload[] | 'too-much',
): Promise<Pressed> => {
  const { detail, words } = opened;
  const data = detail.case.data as ReturnData;
  if (!OPEN.has(detail.case.state)) return 'again';
  if (uploads === 'too-much') return { status: 413, page: pageOf(opened, [sayTooMuch(words)]) };
  const most = MOST_PHOTOS - data.photos.length;
  const { kept, problems } = await keepUploads(deps.evidence, opened.link.shop, uploads, {
    most,
    known: new Set(data.photos.map(({ sha256 }) => sha256)),
  });
  const said = problems.map((problem) => sayProblem(problem, words, most));
  if (kept.length === 0)
    return { status: 422, page: pageOf(opened, said.length === 0 ? [words.say('photos.none')] : said) };
  const digest = createHash('sha256')
    .update(kept.map(({ sha256 }) => sha256).join())
    .digest('hex')
    .slice(0, 32);
  const outcome = await deps.handle(customer(opened, `photos:${opened.link.id}:${digest}`), {
    kind: 'return.supply',
    caseId: detail.case.id,
    photos: [...kept],
    linkId: opened.link.id,
  });
  if (!stands(outcome)) return { status: 409, page: apart('not-by-itself', words, opened.shop) };
  if (said.length === 0) return 'again';
  const now = { ...opened, detail: withPhotos(opened, data.photos.length + kept.length) };
  // Not 200: the page's script would open the address anew, and nobody would read what is missing.
  return { status: 207, page: { ...pageOf(now, said), title: words.say('photos.not-all.title') } };
};

/** As it stands after this upload, without reading the case again: only the count is shown. */
const withPhotos = ({ detail }: Opened, count: number): Opened['detail'] => {
  const data = detail.case.data as ReturnData;
  const [any] = data.photos;
  const filler = any ?? { id: '', name: '', mimetype: '', bytes: 0, sha256: '' };
  return {
    ...detail,
    case: { ...detail.case, data: { ...data, photos: Array.from({ length: count }, () => filler) } },
  };
};

const pageOf = (opened: Opened, problems: readonly string[]): CustomerPage => {
  const { detail, words, shop, settings } = opened;
  const data = detail.case.data as ReturnData;
  const values = { order: detail.case.orderName, case: detail.case.number };
  const have = data.photos.length;
  const left = MOST_PHOTOS - have;
  const about = { words, shop, problems };
  if (!OPEN.has(detail.case.state))
    return { ...about, title: words.say('photos.over.title'), paragraphs: [words.say('photos.over.text', values)] };
  const waits = detail.case.state === 'evidence_pending';
  const needed = neededOf(data, settings);
  return {
    ...about,
    title: words.say(waits || have === 0 ? 'photos.title' : 'photos.thanks.title'),
    paragraphs: [
      words.say('photos.text', values),
      ...(have === 0 ? [] : [words.say('photos.have', { count: have })]),
      ...(waits && have < needed ? [words.say('photos.need', { count: needed })] : []),
      ...(waits || have === 0 ? [words.say('photos.how')] : [words.say('photos.thanks.text')]),
      ...(left > 0 ? [] : [words.say('photos.full')]),
    ],
    clauses: [{ id: 'P3', sentence: words.clause('P3') }],
    ...(left <= 0
      ? {}
      : {
          form: {
            fields: [
              {
                kind: 'photos',
                name: 'photos',
                label: words.say('photos.choose'),
                hint: words.say('photos.limits', { count: left, size: LARGEST_PHOTO / 1024 / 1024 }),
                required: true,
              },
            ],
            submit: words.say('photos.send'),
            progress: words.say('photos.sending'),
          },
        }),
  };
};

const neededOf = (data: ReturnData, settings: Opened['settings']): number => {
  const value = (settings as Readonly<Record<string, unknown>>)[`evidence.minPhotos.${data.reason}`];
  return typeof value === 'number' ? value : 1;
};
