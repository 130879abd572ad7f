import { createInterface } from 'node:readline';
import { z } from 'zod';
import { interpret } from './grammar.ts';
import { InterpretContext } from './types.ts';

/** `npm run -s interpret`: JSON Lines in, one JSON line out for each, from the built-in grammar alone. */
const Line = z.object({ text: z.string(), context: InterpretContext.optional() });

const answer = (line: string): object => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: { code: 'input/not-json', message: 'the line is no JSON' } };
  }
  const parsed = Line.safeParse(value);
  if (parsed.success) return interpret(parsed.data.text, parsed.data.context);
  const issue = parsed.error.issues[0];
  return {
    error: {
      code: 'input/ill-typed',
      message: issue?.message ?? 'expected {"text": …}',
      path: issue?.path.join('.') ?? '',
    },
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const result = answer(line);
  if ('error' in result) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
