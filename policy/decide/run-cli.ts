import { parseJson, stringifyJson } from '../facts/json.ts';
import { errorAnswer, toAnswer } from './answer.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { parseRequest } from './parse-request.ts';

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

const answerLine = (line: string, explained: boolean, colour: boolean): string => {
  const request = parseRequest(parseJson(line));
  const decision = decide(request);
  const { currency } = request.order;
  return explained ? `${explain(decision, currency, colour)}\n` : stringifyJson(toAnswer(decision, currency));
};

const errorLine = (error: unknown, explained: boolean): string => {
  const answer = errorAnswer(error);
  const { code, message, path } = answer.error;
  return explained ? `error ${code}${path ? ` at ${path}` : ''}: ${message}\n` : stringifyJson(answer);
};

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
  const explained = options.includes('--explain');
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
      out += `${answerLine(line, explained, terminal.colour)}\n`;
    } catch (error) {
      status = 1;
      out += `${errorLine(error, explained)}\n`;
    }
    if (out.length > CHUNK || terminal.typed) await flush();
  }
  await flush();
  return status;
};
