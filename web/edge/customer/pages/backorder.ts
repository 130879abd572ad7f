import { z } from 'zod';
import type { BackorderData } from '../../../../policy/app/records.ts';
import { ledgerOf } from '../../../../policy/decide/ledger.ts';
import type { BackorderState } from '../../../../policy/machines/backorder.ts';
import type { Settings } from '../../../../policy/settings.ts';
import { showDay, showInstant } from '../../../../policy/texts/customer/dates.ts';
import type { Words } from '../../../../policy/texts/customer/index.ts';
import { apart } from '../apart.ts';
import { customer, type Opened, type Purpose, stands } from '../deps.ts';
import type { Choice, CustomerPage } from '../page.ts';
import { itemsOf } from '../show.ts';

type PartialChoice = Settings['oos.partial.choices'][number];

/** `wait`, `refund`, and, where only a part is out of stock, how: `wait:ship-rest`. */
const Answered = z.object({
  answer: z
    .string()
    .regex(/^(wait(:(ship-rest|wait-all))?|refund(:(refund-part|cancel-all))?)$/)
    .transform((value) => {
      const [answer, choice] = value.split(':') as [
        'wait' | 'refund',
        NonNullable<BackorderData['choice']> | undefined,
      ];
      return { answer, choice };
    }),
});

/** P8, P9: what stands on the page of a shortage, as the case stands, and the answer to it. */
export const backorderPurpose: Purpose = {
  show: (opened, query) => {
    const preferred = query.answer === 'wait' || query.answer === 'refund' ? query.answer : null;
    return pageOf(opened, preferred);
  },
  press: async (deps, opened, body) => {
    const pressed = Answered.safeParse(body);
    if (!pressed.success) return { status: 400, page: apart('not-answered', opened.words, opened.shop) };
    const { answer, choice } = pressed.data.answer;
    const { id } = opened.detail.case;
    const outcome = await deps.handle(
      // Each time the customer is asked is answered once, whichever of their mails they press in.
      customer(opened, `answer:${id}:${dataOf(opened).round ?? 1}:${answer}`),
      {
        kind: 'backorder.answer',
        caseId: id,
        answer,
        linkId: opened.link.id,
        ...(opened.ip === null ? {} : { ip: opened.ip }),
        ...(choice === undefined ? {} : { choice }),
      },
    );
    return stands(outcome) ? 'again' : { status: 409, page: apart('not-by-itself', opened.words, opened.shop) };
  },
};

const dataOf = ({ detail }: Opened): BackorderData => detail.case.data as BackorderData;

const pageOf = (opened: Opened, preferred: 'wait' | 'refund' | null): CustomerPage => {
  const { detail, words, shop } = opened;
  const data = dataOf(opened);
  const order = detail.case.orderName;
  const about = { shop, words, items: itemsOf(detail, data.lines, words) };
  const state = detail.case.state as BackorderState;
  const plain = (name: 'looked-after' | 'refunding' | 'refunded' | 'ships' | 'closed'): CustomerPage => ({
    ...about,
    title: words.say(`backorder.${name}.title`),
    paragraphs: [words.say(`backorder.${name}.text`, { order })],
  });
  switch (state) {
    case 'new':
    case 'detected':
    case 'customer_notified':
    case 'needs_agent': {
      if (data.answer === 'refund') return plain('looked-after');
      const due = detail.deadlines.find((one) => one.kind === 'backorder-response' && one.state === 'open')?.dueAt;
      return {
        ...about,
        title: words.say('backorder.ask.title'),
        paragraphs: [words.say('backorder.ask.text', { order }), expected(data, words)],
        choices: choicesOf(opened, preferred),
        clauses: (['P8', 'P9'] as const).map((id) => ({ id, sentence: words.clause(id) })),
        ...(due === undefined
          ? {}
          : { note: words.say('backorder.silence', { date: showInstant(due, detail.shop.timeZone, words) }) }),
      };
    }
    case 'waiting':
      return {
        ...about,
        title: words.say('backorder.waiting.title'),
        paragraphs: [words.say('backorder.waiting.text', { order }), expected(data, words)],
        choices: [{ label: words.say('backorder.change-mind'), value: 'refund', hint: null }],
      };
    case 'refunding':
    case 'refunded':
    case 'closed':
      return plain(state);
    case 'releasing':
    case 'resolved':
    case 'fulfilled':
      return plain('ships');
    default:
      return state satisfies never;
  }
};

const expected = ({ eta }: BackorderData, words: Words): string =>
  eta === null ? words.say('backorder.unknown-date') : words.say('page.expected', { date: showDay(eta, words) });

/** A2: where other things of the order can still be sent, what the shop offers; what was pressed in the mail comes first. */
const choicesOf = (opened: Opened, preferred: 'wait' | 'refund' | null): readonly Choice[] => {
  const { detail, openCases, settings, words } = opened;
  const short = new Map(dataOf(opened).lines.map((line) => [line.lineItemId, line.quantity]));
  const isPartial = ledgerOf(detail.order, settings).lines.some(
    ({ line, unshipped }) => unshipped > (short.get(line.id) ?? 0),
  );
  // Of what is short in another case they are asked there: 'the rest' would be a promise of it too.
  const othersShort = openCases.some(({ id, kind }) => kind === 'backorder' && id !== detail.case.id);
  const offered = settings['oos.partial.choices'];
  const order: readonly PartialChoice[] = ['ship-rest', 'wait-all', 'refund-part', 'cancel-all'];
  const choices = isPartial
    ? order
        .filter((one) => offered.includes(one))
        .map((one) => (othersShort ? withoutRest(one, words) : partial(one, words)))
    : whole(words);
  const isFirst = (choice: Choice): boolean => preferred !== null && choice.value.startsWith(preferred);
  return [...choices.filter(isFirst), ...choices.filter((choice) => !isFirst(choice))];
};

const plainly = (answer: 'wait' | 'refund', words: Words): Choice => ({
  label: words.say(`backorder.${answer}`),
  value: answer,
  hint: words.say(`backorder.${answer}.hint`),
});

const whole = (words: Words): readonly Choice[] => [plainly('wait', words), plainly('refund', words)];

const withoutRest = (choice: PartialChoice, words: Words): Choice => {
  if (choice === 'ship-rest') return plainly('wait', words);
  return choice === 'refund-part' ? plainly('refund', words) : partial(choice, words);
};

const partial = (choice: PartialChoice, words: Words): Choice => ({
  label: words.say(`backorder.${choice}`),
  value: `${choice === 'ship-rest' || choice === 'wait-all' ? 'wait' : 'refund'}:${choice}`,
  hint: choice === 'ship-rest' || choice === 'cancel-all' ? words.say(`backorder.${choice}.hint`) : null,
});
