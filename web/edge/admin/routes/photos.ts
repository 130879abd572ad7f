import express, { Router } from 'express';
import { z } from 'zod';
import type { Role } from '../../../../policy/app/actors.ts';
import { MAX_PHOTO_BYTES, type Photo } from '../contract/step.ts';
import type { AdminDeps } from '../deps.ts';
import { found, idOf } from '../input.ts';
import { photoType } from '../photo-type.ts';
import { ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

/** No control characters: PostgreSQL keeps no NUL, and nobody reads the others. */
const FileName = z
  .string()
  .trim()
  .regex(/^\P{Cc}{1,200}$/u);
const MAY_ADD: readonly (Role | null)[] = ['owner', 'approver', 'agent', 'warehouse'];

/** A header holds no letters beyond Latin-1: names come encoded as in an address. */
const nameIn = (header: string | undefined): string => {
  try {
    const name = FileName.safeParse(decodeURIComponent(header ?? ''));
    return name.success ? name.data : 'photo';
  } catch {
    return 'photo';
  }
};

/** Photos: kept first, then named by the command that they go with. */
export const photoRoutes = ({ read, evidence }: Pick<AdminDeps, 'read' | 'evidence'>): Router =>
  Router()
    .post('/photos', express.raw({ type: 'image/*', limit: MAX_PHOTO_BYTES }), async (req, res) => {
      const session = sessionOf(res);
      const person = await read.person(session.shop, actorOf(session));
      if (!MAY_ADD.includes(person?.role ?? null)) {
        throw new ProblemError('not-allowed', 'you have no role in this shop yet: ask an owner to give you one');
      }
      const bytes: unknown = req.body;
      const mimetype = Buffer.isBuffer(bytes) ? photoType(bytes) : null;
      if (!Buffer.isBuffer(bytes) || mimetype === null) {
        throw new ProblemError('bad-input', 'this is no photo: send a JPEG, PNG, WebP or GIF image');
      }
      const photo: Photo = await evidence.put(session.shop, { name: nameIn(req.get('X-File-Name')), mimetype, bytes });
      res.status(201).json(photo);
    })

    /** Only ever shown as what its own bytes say it is, and to this shop. */
    .get('/photos/:id', async (req, res) => {
      const { ref, bytes } = found(await evidence.get(sessionOf(res).shop, idOf(req, 'photo')), 'photo');
      const type = photoType(bytes);
      res
        .set('X-Content-Type-Options', 'nosniff')
        .set('Cache-Control', 'private, max-age=3600')
        .set('Content-Security-Policy', "default-src 'none'; sandbox")
        .set(
          'Content-Disposition',
          `${type === null ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(ref.name)}`,
        )
        .type(type ?? 'application/octet-stream')
        .send(Buffer.from(bytes));
    });
