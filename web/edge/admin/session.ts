import type { Response } from 'express';
import type { Actor } from '../../../policy/app/actors.ts';

/** Who a verified session token speaks for. `requireSession` puts it on `res.locals.session`. */
export type AdminSession = Readonly<{ shop: string; staffId: string }>;

/** @throws Error when the route was mounted without `requireSession` before it */
export const sessionOf = (res: Response): AdminSession => {
  const session: unknown = res.locals.session;
  if (typeof session === 'object' && session !== null && 'shop' in session && 'staffId' in session) {
    return session as AdminSession;
  }
  throw new Error('no session on this request: mount requireSession before the admin routes');
};

export const actorOf = (session: AdminSession): Actor => ({ kind: 'staff', staffId: session.staffId });
