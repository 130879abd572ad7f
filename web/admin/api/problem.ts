import type { Problem } from '../../edge/admin/contract.ts';

/** An answer that is no success, or no answer at all (`offline`). `message` is for people and says what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const made = (status: number, code: string, title: string, detail: string): ApiError =>
  new ApiError({ type: 'about:blank', status, code, title, detail });

export const offline = (): ApiError =>
  made(0, 'offline', 'No connection to Makegood', 'check your connection; the page tries again by itself');

export const outsideShopify = (): ApiError =>
  made(0, 'outside-shopify', 'This page works inside Shopify admin', 'open your store, choose Apps, then Makegood');

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'title' in body && 'detail' in body && 'code' in body;

/** The problem an answer carries, or one made of its status where a proxy or an older server answered. */
export const problemOf = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiError(body);
  if (response.status === 401) {
    return made(401, 'signed-out', 'Your session has ended', 'reload the page to sign in again');
  }
  return made(response.status, 'unreadable', 'Makegood did not answer as it should', 'try again in a moment');
};
