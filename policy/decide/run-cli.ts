import { parseJson, stringifyJson } from '../facts/json.ts';
import { errorAnswer, toAnswer } from './answer.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { parseRequest } from './parse-request.ts';
import { IN_COLOUR, type Paint, WITHOUT_COLOUR } from './terminal-table.ts';

const HELP = `Asks the policy. Requests on standard input, JSON Lines; one answer a line, in order.

  npm run -s decide < requests.jsonl
  npm run -s decide -- --explain < requests.jsonl    for people: clauses, reasons, money line by line

A line that can't be understood is answered by {"error": …} in its place; then the exit status is 1.`;

/** Characters gathered before they are written: one system call for many answers. */
const CHUNK = 64 * 1024;

/** What the command reads and writes. */
export type Terminal = Readonly<{
  input: AsyncIterable<string>;
  /** Resolves when more may be written. */
  write: (text: string) => Promise<void>;
  complain: (text: string) => void;
  /** Somebody types the questions: each answer is shown at once. */
  typed: boolean;
  colour: boolean;
}>;

/** How an answer and a complaint are told: as a line of JSON, or to a person. */
type Telling = Readonly<{ answer: (line: string) => string; complaint: (error: unknown) => string }>;

const AS_JSON: Telling = {
  answer: (line) => {
    const request = parseRequest(parseJson(line));
    return stringifyJson(toAnswer(decide(request), request.order.currency));
  },
  complaint: (error) => stringifyJson(errorAnswer(error)),
};

const forPeople = (paint: Paint): Telling => ({
  answer: (line) => {
    const request = parseRequest(parseJson(line));
    return `${explain(decide(request), request.order, request.ask, paint)}\n`;
  },
  complaint: (error) => {
    const { code, message, path } = errorAnswer(error).error;
    return `${paint('red', `error ${code}`)}${path ? ` at ${paint('bold', path)}` : ''}: ${message}\n`;
  },
});

/**
 * Lines ended by a line feed and nothing else: JSON may hold U+2028, which node:readline would take for an end. A byte
 * order mark at the start, which Windows' editors write, is no part of the first.
 */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const chunk of input) {
    const lines = (rest + (first ? chunk.replace(/^\uFEFF/, '') : chunk)).split('\n');
    first = false;
    rest = lines.pop() as string;
    yield* lines;
  }
  yield rest;
}

/** @returns the exit status: 0, 1 where a line could not be answered, 2 for an unknown option */
export const runCli = async (options: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> => {
  const unknown = options.find((option) => !['--explain', '--help', '-h'].includes(option));
  if (unknown !== undefined || options.includes('--help') || options.includes('-h')) {
    terminal.complain(unknown === undefined ? HELP : `unknown option ${unknown}\n\n${HELP}`);
    return unknown === undefined ? 0 : 2;
  }
  const paint = terminal.colour ? IN_COLOUR : WITHOUT_COLOUR;
  const telling = options.includes('--explain') ? forPeople(paint) : AS_JSON;
  let status: 0 | 1 = 0;
  let out = '';
  const flush = async (): Promise<void> => {
    const text = out;
    out = '';
    if (text !== '') await terminal.write(text);
  };
  for await (const line of linesOf(terminal.input)) {
    if (line.trim() === '') continue;
    try {
      out += `${telling.answer(line)}\n`;
    } catch (error) {
      status = 1;
      out += `${telling.complaint(error)}\n`;
    }
    if (out.length > CHUNK || terminal.typed) await flush();
  }
  await flush();
  return status;
};
