import type { RequestHandler } from 'express';
import type { z } from 'zod';
import { ENDPOINTS } from './contract.ts';

const OUTPUTS: ReadonlyMap<string, z.ZodType> = new Map(
  Object.values(ENDPOINTS).map(({ method, path, output }): [string, z.ZodType] => [`${method} ${path}`, output]),
);

/**
 * What leaves is what the contract says: fields it does not name stay here, and an answer that lacks one is our fault,
 * not a page's. Routes that answer with something else than JSON are left alone.
 */
export const checkedOutput: RequestHandler = (req, res, next) => {
  const send = res.json.bind(res);
  res.json = (body: unknown) => {
    const route = `${req.method} ${String(req.route?.path)}`;
    const parsed = OUTPUTS.get(route)?.safeParse(body);
    if (parsed?.success === false) {
      const [issue] = parsed.error.issues;
      throw new Error(
        `the answer to ${route} is not what the contract says: ${issue?.path.join('.')}: ${issue?.message}`,
      );
    }
    return send(parsed === undefined ? body : parsed.data);
  };
  next();
};
