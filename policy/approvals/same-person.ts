/** As far as it takes to tell people apart. One person may have several records: one for each Slack account. */
export type Identity = Readonly<{
  id: string;
  staffId: string | null;
  slackTeam: string | null;
  slackUser: string | null;
  mergedInto?: string | null;
  /** Digest of the e-mail address, where it is known. */
  emailDigest?: string | null;
}>;

/** True where two records are one person: same record (or one merged into the other), Shopify staff member, Slack account, or e-mail address. */
export const samePerson = (a: Identity, b: Identity): boolean =>
  a.id === b.id ||
  a.mergedInto === b.id ||
  b.mergedInto === a.id ||
  (a.staffId !== null && a.staffId === b.staffId) ||
  (a.slackUser !== null && a.slackUser === b.slackUser && a.slackTeam === b.slackTeam) ||
  (a.emailDigest != null && a.emailDigest === b.emailDigest);
