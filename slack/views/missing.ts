import { ACTION } from '../ids.ts';
import { safe } from '../text/escape.ts';
import { REASON_WORDS, RESULT_WORDS } from '../text/words.ts';
import { type ActionsElement, button, type KnownBlock, option, plain, section } from './blocks.ts';

/** Nobody answers more than a few questions on a card; the form behind *Change…* has them all. */
const MOST = 4;

const choice = (field: string, value: string, text: string, proposalId: string): ActionsElement =>
  button(text, `${ACTION.amend}:${field}:${value}`, proposalId);

const form = (field: string, text: string, proposalId: string): ActionsElement =>
  button(text, `${ACTION.ask}:${field}`, proposalId, { style: 'primary' });

const select = (
  field: string,
  placeholder: string,
  words: Readonly<Record<string, string>>,
  proposalId: string,
): ActionsElement => ({
  type: 'static_select',
  action_id: `${ACTION.amendChoice}:${field}:${proposalId}`,
  placeholder: plain(placeholder, 150),
  options: Object.entries(words).map(([value, text]) => option(text, value)),
});

/** Clauses that a person may decline on, in short. */
export const DECLINING: Readonly<Record<string, string>> = {
  P22: 'P22 · here after the last day',
  P23: 'P23 · warranty over, or misuse',
  P25: 'P25 · damaged by handling',
  P33: 'P33 · original parts are missing',
  P35: 'P35 · no number on the parcel',
  P38: 'P38 · lost with the own label',
  P2: 'P2 · own damage',
};

const { refused_delivery: _, ...ASKABLE_REASONS } = REASON_WORDS;

type Question = Readonly<{ ask: string; answers: (proposalId: string) => ActionsElement[] }>;

const yesNo =
  (field: string, yes: string, no: string) =>
  (id: string): ActionsElement[] => [choice(field, 'yes', yes, id), choice(field, 'no', no, id)];

/** How each missing fact is asked for; `field` as a decision names it. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  reason: {
    ask: 'Why is it coming back?',
    answers: (id) => [select('reason', 'Choose a reason', ASKABLE_REASONS, id)],
  },
  lines: { ask: 'Which items, and how many of each?', answers: (id) => [form('lines', 'Choose items…', id)] },
  photos: {
    ask: 'A picture is needed. Drop it here in the thread, or attach it.',
    answers: (id) => [form('photos', 'Attach photos…', id)],
  },
  troubleshootingDone: {
    ask: 'Did you go through the troubleshooting with the customer, and it still does not work?',
    answers: yesNo('troubleshootingDone', 'Yes, still broken', 'Not yet'),
  },
  artificialDamageDeclared: {
    ask: 'Does the customer say that they damaged it themselves?',
    answers: yesNo('artificialDamageDeclared', 'Yes', 'No'),
  },
  originalShippingCost: {
    ask: 'What did sending it cost us? The order shipped free, and the policy deducts that.',
    answers: (id) => [form('originalShippingCost', 'Enter the amount…', id)],
  },
  'returnPostage.amount': {
    ask: 'What does the return postage cost us?',
    answers: (id) => [form('returnPostage.amount', 'Enter the amount…', id)],
  },
  'contact.email': {
    ask: "Where can the RMA number be sent? The order has no customer's email.",
    answers: (id) => [form('contact.email', 'Enter the email…', id)],
  },
  result: { ask: 'What did the test find?', answers: (id) => [select('result', 'Choose a result', RESULT_WORDS, id)] },
  number: { ask: 'What is the tracking number?', answers: (id) => [form('number', 'Enter it…', id)] },
  carriage: {
    ask: 'It was ordered by mistake: does the customer pay the carriage? (P1)',
    answers: (id) => [choice('carriage', 'charge', 'Charge', id), choice('carriage', 'waive', 'Waive…', id)],
  },
  answer: {
    ask: 'The policy does not issue this by itself. What do you say?',
    answers: (id) => [
      choice('answer', 'issue', 'Issue it all the same…', id),
      choice('answer', 'decline', 'Decline it…', id),
    ],
  },
  reasonGiven: {
    ask: 'Why do you decide so? It is kept with the case.',
    answers: (id) => [form('reasonGiven', 'Give the reason…', id)],
  },
  labelBy: {
    ask: 'By whose label did it travel? Whose loss it is goes by that, unless the policy is set otherwise (P38).',
    answers: (id) => [
      choice('labelBy', 'customer', "The customer's own", id),
      choice('labelBy', 'merchant', 'Ours', id),
    ],
  },
  days: { ask: 'How many more days?', answers: (id) => [form('days', 'Enter the days…', id)] },
  clause: {
    ask: 'Which clause does it rest on?',
    answers: (id) => [select('clause', 'Choose a clause', DECLINING, id)],
  },
  fulfillmentId: { ask: 'Which parcel?', answers: (id) => [form('fulfillmentId', 'Choose the parcel…', id)] },
  because: { ask: 'Why?', answers: (id) => [form('because', 'Give the reason…', id)] },
  note: { ask: 'How did the customer tell you?', answers: (id) => [form('note', 'Say how…', id)] },
  eta: { ask: 'When is it expected?', answers: (id) => [form('eta', 'Enter the date…', id)] },
  text: { ask: 'What should be written down?', answers: (id) => [form('text', 'Write it…', id)] },
};

const questionFor = (field: string): Question => {
  const name = field.replace(/^ask\./, '').replace(/\[\d+\].*$/, '');
  return (
    QUESTIONS[name] ?? {
      ask: `Needed: ${safe(name.replaceAll('.', ' '), 60)}`,
      answers: (id) => [form(name.slice(0, 100), 'Fill it in…', id)],
    }
  );
};

const unstyled = (element: ActionsElement): ActionsElement => {
  const { style: _, ...plainly } = element as Extract<ActionsElement, { type: 'button' }>;
  return plainly;
};

/** One question a block, each with its buttons; the first is the one to answer next. */
export const missingBlocks = (missing: readonly string[], proposalId: string): KnownBlock[] => {
  const asked = missing.slice(0, MOST).flatMap((field, index): KnownBlock[] => {
    const { ask, answers } = questionFor(field);
    const elements = answers(proposalId);
    return [section(`*${ask}*`), { type: 'actions', elements: index === 0 ? elements : elements.map(unstyled) }];
  });
  const rest = missing.length - MOST;
  return rest > 0 ? [...asked, section(`${rest} more will be asked after these.`)] : asked;
};

export const missingWords = (missing: readonly string[]): string =>
  missing
    .slice(0, MOST)
    .map((field) => questionFor(field).ask)
    .join(' ');
