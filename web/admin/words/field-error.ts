import type { Problem } from '../../edge/admin/contract.ts';
import { sentence } from './sentence.ts';

type Failed = Readonly<{ problem: Problem }> | null | undefined;

/** What is wrong with one field of a form, in the reader's language. */
export const fieldError = (failed: Failed, fits: (path: string) => boolean): string | undefined => {
  const found = failed?.problem.errors?.find(({ path }) => fits(path));
  return found === undefined ? undefined : sentence(found.message);
};

/** What went wrong. Where it is one field, its name stays as it was sent and what it has to be is said. */
export const detailOf = ({ detail, errors }: Problem): string => {
  const field = errors?.find(({ path, message }) => detail === `${path}: ${message}`);
  return field === undefined ? sentence(detail) : `${field.path}: ${sentence(field.message)}`;
};
