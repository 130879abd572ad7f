import type { ListedCase } from '../../policy/app/folded-cards.ts';
import { ACTION } from '../ids.ts';
import { oneLine, safe, truncate } from '../text/escape.ts';
import { KIND_WORDS, stateWords } from '../text/words.ts';
import { actions, context, header, type Message, option, section } from './blocks.ts';

/** Longer names of orders would take the room of other cases. */
const NAME = 24;
const LINES_A_SECTION = 10;

const whatOf = ({ kind, state }: ListedCase): string => {
  const what = KIND_WORDS[kind] ?? kind;
  const words = stateWords(state);
  return words.startsWith(what) ? words : `${what}: ${words}`;
};

const lineOf = (each: ListedCase, what: string | null): string =>
  `• *Case ${each.number}*  ${safe(each.orderName, NAME)}${what === null ? '' : `  ·  ${what}`}`;

/** Many new cases at once: one message that names them, and a menu that opens each. */
export const burstCard = (cases: readonly ListedCase[]): Message => {
  const title = `${cases.length} new ${cases.length === 1 ? 'case' : 'cases'}`;
  const kinds = new Set(cases.map(whatOf));
  // What is the same of all is said once.
  const lines = cases.map((each) => lineOf(each, kinds.size === 1 ? null : whatOf(each)));
  const sections = Array.from({ length: Math.ceil(lines.length / LINES_A_SECTION) }, (_, part) =>
    section(lines.slice(part * LINES_A_SECTION, (part + 1) * LINES_A_SECTION).join('\n')),
  );
  return {
    text: safe(`${title}: ${cases.map(({ number, orderName }) => `case ${number} (${orderName})`).join(', ')}`, 600),
    blocks: [
      header(title),
      ...(kinds.size === 1 ? [section(`*${[...kinds][0]}*`)] : []),
      ...sections,
      ...actions([
        {
          type: 'static_select',
          action_id: ACTION.openCase,
          placeholder: { type: 'plain_text', text: 'Open a case…', emoji: false },
          options: cases.map(({ id, number, orderName }) =>
            option(`Case ${number} · ${truncate(oneLine(orderName), NAME)}`, id),
          ),
        },
      ]),
      context(
        cases.length === 1
          ? 'It gets a thread of its own when somebody acts on it, or when it goes on.'
          : 'They came together. Each gets a thread of its own when somebody acts on it, or when it goes on.',
      ),
    ],
  };
};
