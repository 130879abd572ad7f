import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

const sendText = (res: Response, status: number, text: string): void => {
  res.status(status).set('Cache-Control', 'no-store').type('text').send(text);
};

/**
 * What nobody else has answered, in a word. Express' own answer shows a stranger the program's stack and folders, unless
 * the environment happens to say "production" in a variable of its own.
 * @param report told of what is a defect of ours, and not of who asks for nonsense
 */
export const lastRoutes = (report: (error: unknown) => void): [RequestHandler, ErrorRequestHandler] => [
  (_req, res) => sendText(res, 404, 'not found'),
  (error: unknown, _req, res, _next) => {
    const given = (error as { status?: unknown } | null)?.status;
    const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
    if (status === 500) report(error);
    // Half an answer can only be cut off.
    if (res.headersSent) res.destroy();
    else sendText(res, status, status === 500 ? 'something went wrong' : 'not understood');
  },
];
