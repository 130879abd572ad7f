import { randomBytes } from 'node:crypto';

/** Access tokens last an hour, refresh tokens 90 days, both of real time. */
const ACCESS_LIFE_MS = 3_600_000;
const REFRESH_LIFE_MS = 90 * 86_400_000;

type Grant = {
  shop: string;
  scopes: readonly string[];
  /** Null for an online token, which belongs to a person. */
  userId: string | null;
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string | null;
  refreshExpiresAt: number;
};

/** Tokens that were handed out. Refresh tokens rotate: the old one stays good until the new one is used. */
export const createTokens = () => {
  const grants: Grant[] = [];
  const secret = (prefix: string) => `${prefix}_${randomBytes(16).toString('hex')}`;

  const issue = (shop: string, scopes: readonly string[], userId: string | null): Grant => {
    const now = Date.now();
    const grant: Grant = {
      shop,
      scopes,
      userId,
      accessToken: secret(userId === null ? 'shpat' : 'shpua'),
      accessExpiresAt: now + ACCESS_LIFE_MS,
      refreshToken: userId === null ? secret('shprt') : null,
      refreshExpiresAt: now + REFRESH_LIFE_MS,
    };
    grants.push(grant);
    return grant;
  };

  return {
    grants,
    issue,
    /** Who a token speaks for, or null when it is unknown, expired or revoked. */
    read: (accessToken: string): { shop: string; scopes: readonly string[] } | null => {
      const grant = grants.find((candidate) => candidate.accessToken === accessToken);
      return grant && grant.accessExpiresAt > Date.now() ? grant : null;
    },
    /** A new pair for a refresh token; using the newest one ends those before it. */
    refresh: (refreshToken: string): Grant | null => {
      const index = grants.findIndex((candidate) => candidate.refreshToken === refreshToken);
      const used = grants[index];
      if (!used || used.refreshExpiresAt <= Date.now()) return null;
      for (const older of grants.slice(0, index)) {
        if (older.shop === used.shop && older.userId === null) older.refreshExpiresAt = 0;
      }
      return issue(used.shop, used.scopes, null);
    },
    /** For tests: as if the hour were over. */
    expireAccess: (shop: string): void => {
      for (const grant of grants) if (grant.shop === shop) grant.accessExpiresAt = 0;
    },
    revoke: (shop: string): void => {
      for (const grant of grants) {
        if (grant.shop === shop) Object.assign(grant, { accessExpiresAt: 0, refreshExpiresAt: 0 });
      }
    },
  };
};
export type Tokens = ReturnType<typeof createTokens>;
