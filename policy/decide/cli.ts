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

/** Nothing of a decision at the terminal is stored, so no digest of it is reckoned. */
const NOT_STORED = '';

const answerLine = (line: string, explained: boolean, colour: boolean): string => {
  const request = parseRequest(parseJson(line));
  const decision = decide(request, NOT_STORED);
  const { currency } = request.order;
  return explained ? `${explain(decision, currency, colour)}\n` : stringifyJson(toAnswer(decision, currency));
};

const errorLine = (error: unknown, explained: boolean): string => {
  const answer = errorAnswer(error);
  const { code, message, path } = answer.error;
  return explained ? `error ${code}${path ? ` at ${path}` : ''}: ${message}\n` : stringifyJson(answer);
};

/** Lines ended by a line feed and nothing else: JSON may hold U+2028, which node:readline would take for an end. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

const run = async (): Promise<void> => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !['--explain', '--help', '-h'].includes(option));
  if (unknown !== undefined || options.includes('--help') || options.includes('-h')) {
    console.error(unknown === undefined ? HELP : `unknown option ${unknown}\n\n${HELP}`);
    process.exitCode = unknown === undefined ? 0 : 2;
    return;
  }
  const explained = options.includes('--explain');
  const colour = process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined;
  let out = '';
  const flush = async (): Promise<void> => {
    const text = out;
    out = '';
    if (text !== '' && !process.stdout.write(text)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  };
  for await (const line of linesOf(process.stdin)) {
    if (line.trim() === '') continue;
    try {
      out += `${answerLine(line, explained, colour)}\n`;
    } catch (error) {
      process.exitCode = 1;
      out += `${errorLine(error, explained)}\n`;
    }
    if (out.length > CHUNK || process.stdin.isTTY) await flush();
  }
  await flush();
};

await run();
