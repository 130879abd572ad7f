import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ZodError } from 'zod';
import type { Outcome, RefusalCode } from '../../../policy/app/commands.ts';
import { CallFailed } from '../../../policy/app/ports.ts';
import { StaleWrite } from '../../../policy/app/store.ts';
import { PolicyError } from '../../../policy/errors.ts';
import type { Problem } from './contract/problem.ts';

/** One table: what a code means to HTTP, and its title. */
export const PROBLEMS = {
  'bad-input': { status: 400, title: 'Something in the request is not as it should be' },
  'not-json': { status: 400, title: 'The request is not JSON' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'own-proposal': { status: 403, title: 'Somebody else has to decide' },
  'not-found': { status: 404, title: 'Not found' },
  ended: { status: 409, title: 'It has ended' },
  'illegal-event': { status: 409, title: 'Not possible in this state' },
  policy: { status: 409, title: 'The policy says no' },
  'shop-uninstalled': { status: 409, title: 'Makegood is not installed in this shop' },
  stale: { status: 412, title: 'It has changed since you looked' },
  missing: { status: 422, title: 'Something is missing' },
  invalid: { status: 422, title: 'It can not be done like this' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<RefusalCode | string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
type More = Pick<Problem, 'clauses' | 'errors'>;

/** Thrown by routes, answered as `application/problem+json`. `detail` says what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(code: ProblemCode, detail: string, more: More = {}) {
    super(detail);
    this.problem = { type: 'about:blank', ...PROBLEMS[code], code, detail, ...more };
  }
}

/** The outcome of a command, or its refusal as a problem. */
export const doneOrProblem = (outcome: Outcome): Extract<Outcome, { status: 'done' }> => {
  if (outcome.status === 'done') return outcome;
  throw new ProblemError(outcome.code, outcome.because, { clauses: [...outcome.clauses] });
};

const field = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const fromZod = (error: ZodError): Problem => {
  const errors = error.issues.map((issue) => ({ path: field(issue.path), message: issue.message }));
  const first = errors[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return new ProblemError('bad-input', `${where}${first?.message ?? 'the request can not be read'}`, { errors })
    .problem;
};

/** What Express' body parser puts on its errors: a code, and the bytes that the route takes. */
type BodyError = Readonly<{ type?: unknown; limit?: unknown }>;

/** e.g. `100 KB`, `15 MB` */
const sizeOf = (bytes: number): string =>
  bytes < 1024 ** 2 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1024 ** 2)} MB`;

/** What an error is to the outside: nothing of an unexpected one leaves the process. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof ZodError) return fromZod(error);
  if (error instanceof PolicyError) {
    const errors = [{ path: error.path, message: error.message }];
    return new ProblemError('invalid', error.message, { errors }).problem;
  }
  if (error instanceof StaleWrite) {
    return new ProblemError('stale', 'somebody else changed this at the same moment: look again, then repeat it')
      .problem;
  }
  if (error instanceof CallFailed) {
    return new ProblemError('unavailable', `${error.message}: try again in a moment`).problem;
  }
  const { type, limit } = (error instanceof Error ? error : {}) as BodyError;
  if (type === 'entity.too.large') {
    const size = sizeOf(Number(limit));
    return new ProblemError('too-large', `send at most ${size}`).problem;
  }
  if (/^(?:entity|encoding|charset)\./.test(String(type))) {
    return new ProblemError('not-json', 'the body can not be read as JSON: send application/json in UTF-8').problem;
  }
  if (error instanceof URIError) return new ProblemError('not-found', 'nothing lives at this address').problem;
  return new ProblemError('internal', 'this is our fault: try again, and tell support if it stays').problem;
};

export const sendProblem = (res: Response, problem: Problem): void => {
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

export const unknownRoute: RequestHandler = (req) => {
  throw new ProblemError('not-found', `there is no ${req.method} ${req.baseUrl}${req.path} in this API`);
};

/** @param report told of errors that nobody expected, for the log */
export const problemHandler =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, _req, res, next) => {
    const problem = toProblem(error);
    if (problem.code === 'internal') report(error);
    if (res.headersSent) return next(error);
    sendProblem(res, problem);
  };
