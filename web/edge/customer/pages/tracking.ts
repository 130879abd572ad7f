import type { ReturnData } from '../../../../policy/app/records.ts';
import { apart } from '../apart.ts';
import { customer, type Opened, type Purpose, stands } from '../deps.ts';
import type { CustomerPage } from '../page.ts';

/** Stages in which the parcel is still to come. */
const OPEN: ReadonlySet<string> = new Set(['authorized', 'in_transit']);

type Typed = Readonly<{ number: string; carrier: string; site: string }>;

const typed = (value: unknown, most: number): string => (typeof value === 'string' ? value.trim().slice(0, most) : '');

/** P36, P37: by which number the parcel travels, and where it can be looked up. */
export const trackingPurpose: Purpose = {
  show: (opened) => {
    const { tracking } = opened.detail.case.data as ReturnData;
    return pageOf(
      opened,
      { number: tracking?.number ?? '', carrier: tracking?.carrier ?? '', site: tracking?.url ?? '' },
      [],
    );
  },
  press: async (deps, opened, body) => {
    const { words, detail } = opened;
    const given = { number: typed(body.number, 200), carrier: typed(body.carrier, 80), site: typed(body.site, 2000) };
    const problems = [
      ...(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{1,78}[\p{L}\p{N}]$/u.test(given.number)
        ? []
        : [words.say('tracking.wrong-number')]),
      ...(given.site === '' || isWebsite(given.site) ? [] : [words.say('tracking.wrong-site')]),
    ];
    if (problems.length > 0) return { status: 422, page: pageOf(opened, given, problems) };
    const outcome = await deps.handle(
      customer(opened, `track:${detail.case.id}:${detail.case.version}:${given.number}`),
      {
        kind: 'return.track',
        caseId: detail.case.id,
        number: given.number,
        ...(given.carrier === '' ? {} : { carrier: given.carrier }),
        ...(given.site === '' ? {} : { url: given.site }),
        linkId: opened.link.id,
      },
    );
    return stands(outcome) ? 'again' : { status: 409, page: apart('not-by-itself', words, opened.shop) };
  },
};

/** Shown to staff, never fetched; a link that runs something is none. */
const isWebsite = (text: string): boolean => {
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
};

const pageOf = ({ detail, words, shop }: Opened, value: Typed, problems: readonly string[]): CustomerPage => {
  const data = detail.case.data as ReturnData;
  const values = { order: detail.case.orderName, rma: data.rma?.number ?? '' };
  const about = { words, shop, problems };
  if (!OPEN.has(detail.case.state))
    return { ...about, title: words.say('tracking.over.title'), paragraphs: [words.say('tracking.over.text', values)] };
  const told = data.tracking !== null;
  return {
    ...about,
    title: words.say(told ? 'tracking.have.title' : 'tracking.title'),
    paragraphs: [
      told
        ? words.say('tracking.have.text', { ...values, number: data.tracking?.number ?? '' })
        : words.say('tracking.text', values),
    ],
    clauses: (['P36', 'P37'] as const).map((id) => ({ id, sentence: words.clause(id) })),
    form: {
      fields: [
        {
          kind: 'text',
          name: 'number',
          label: words.say('tracking.number'),
          value: value.number,
          required: true,
          most: 80,
        },
        { kind: 'text', name: 'carrier', label: words.say('tracking.carrier'), value: value.carrier, most: 80 },
        {
          kind: 'text',
          type: 'url',
          name: 'site',
          label: words.say('tracking.site'),
          hint: words.say('tracking.site.hint'),
          value: value.site,
          most: 500,
        },
      ],
      submit: words.say('tracking.send'),
    },
  };
};
