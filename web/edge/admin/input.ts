import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { Envelope, SeenVersion } from '../../../policy/app/commands.ts';
import { ProblemError } from './problem.ts';
import type { AdminSession } from './session.ts';
import { actorOf } from './session.ts';

/** Ids in addresses. What can't be one is not looked up: it is unknown. */
const UUID = z.guid();
const ROW = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const ORDER = z.string().regex(/^\d{1,30}$/);
const SHAPES = {
  request: UUID,
  case: UUID,
  refund: UUID,
  effect: UUID,
  delivery: ROW,
  order: ORDER,
  backtest: UUID,
  photo: UUID,
  person: UUID,
  parcel: UUID,
  version: UUID,
} as const;

export const notFound = (what: keyof typeof SHAPES): ProblemError =>
  new ProblemError('not-found', `no ${what} of this shop has this id: it may be a link from another shop, or deleted`);

export const idOf = (req: Request, what: keyof typeof SHAPES): string => {
  const parsed = SHAPES[what].safeParse(req.params.id);
  if (!parsed.success) throw notFound(what);
  return parsed.data;
};

/** The found thing, or 404. */
export const found = <T>(thing: T | null, what: keyof typeof SHAPES): T => {
  if (thing === null) throw notFound(what);
  return thing;
};

/** A body that is no JSON object (a wrong content type, none at all) is told apart from one with wrong fields. */
export const bodyOf = <S extends z.ZodType>(req: Request, schema: S): z.output<S> => {
  if (req.body === undefined) throw new ProblemError('not-json', 'send a JSON body with content-type application/json');
  return schema.parse(req.body);
};

/**
 * What `If-Match` says that the writer saw; the command compares it behind its lock. Without it the writer takes what is
 * there. What is no version of ours is none that anything has.
 */
export const seenOf = (req: Request, of: SeenVersion['of']): SeenVersion | undefined => {
  const header = req.get('If-Match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const versions = header.split(',').map((tag) => /^(?:W\/)?"(\d{1,9})"$/.exec(tag.trim())?.[1]);
  return { of, versions: versions.flatMap((version) => (version === undefined ? [] : [Number(version)])) };
};

/**
 * Version that a write must rest on, where the handler compares it under its lock. `If-None-Match: *`: there is none yet.
 * @returns null for "none yet"
 */
export const restsOn = (req: Request, what: string): number | null => {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(req.get('If-Match')?.trim() ?? '')?.[1];
  if (version !== undefined) return Number(version);
  if (req.get('If-None-Match')?.trim() === '*') return null;
  throw new ProblemError('bad-input', `say which ${what} you saw: If-Match: "<version>", or If-None-Match: *`);
};

const KEY = z.string().regex(/^[\x21-\x7e]{8,100}$/);

/**
 * The envelope of a command. Its id covers who asks for what, so that a key can't be used to learn the outcome of
 * another command; the same key acts once and answers the same.
 */
export const envelopeOf = (
  req: Request,
  session: AdminSession,
  command: string,
  subject: string,
  seen?: SeenVersion,
): Envelope => {
  const key = req.get('Idempotency-Key');
  if (key !== undefined && !KEY.safeParse(key).success) {
    throw new ProblemError('bad-input', 'idempotency-key must be 8 to 100 printable characters, e.g. a UUID');
  }
  const id = `admin:${session.staffId}:${command}:${subject}:${key ?? randomUUID()}`;
  return { id, shop: session.shop, actor: actorOf(session), ...(seen === undefined ? {} : { seen }) };
};
