import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true;
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorable(part));
};

/** PostgreSQL keeps no NUL and no half of a surrogate pair: such text is refused by name before anything asks for it. */
export const storable: RequestHandler = (req, _res, next) => {
  if (!isStorable(req.query) || !isStorable(req.body))
    throw new ProblemError(
      'bad-input',
      'a text holds a character that can not be kept (NUL or half a character): type it anew',
    );
  next();
};
