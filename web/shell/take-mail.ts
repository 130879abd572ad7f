import type { Command, HandleCommand } from '../../policy/app/commands.ts';
import type { IncomingMail, ReadMail } from '../../policy/app/incoming-mail.ts';
import type { Clock, DeadAddresses, EvidenceStore } from '../../policy/app/ports.ts';
import type { EvidenceRef } from '../../policy/app/records.ts';
import type { Store, StoredInboxItem } from '../../policy/app/store.ts';
import { subjectOfCase, subjectOfMail } from './mail-subject.ts';
import { ourIdsIn } from './message-ids.ts';
import { acceptPhoto } from './photos/accept-photo.ts';

type Deps = Readonly<{
  readMail: ReadMail;
  store: Pick<Store, 'transaction' | 'noteTranscript'>;
  evidence: Pick<EvidenceStore, 'put'>;
  deadAddresses: Pick<DeadAddresses, 'note'>;
  handle: HandleCommand;
  clock: Clock;
}>;

/**
 * What a mail that came in means. Nothing in it is obeyed: an answer is kept, shown to staff, and its photos become
 * evidence; a bounce is told to who waits for the mail.
 * @returns why it can't be used, to be kept with it; null where it was
 */
export const createTakeMail =
  (deps: Deps) =>
  async (item: StoredInboxItem): Promise<string | null> => {
    const mail = await deps.readMail(item.body);
    if (mail.kind === 'robot') return null;
    return mail.kind === 'bounce' ? takeBounce(deps, item.shop, mail) : takeAnswer(deps, item.shop, mail);
  };

const takeBounce = async (
  deps: Deps,
  shop: string,
  mail: Extract<IncomingMail, { kind: 'bounce' }>,
): Promise<string | null> => {
  const [sent] = ourIdsIn(`${mail.ofMail} ${mail.references}`).filter((id) => id.kind === 'mail' && id.shop === shop);
  if (sent === undefined) return 'a bounce that names no mail of ours';
  const about = await deps.store.transaction(shop, (tx) => subjectOfMail(tx, sent.id));
  if (about === null) return 'a bounce of a mail that is not known here';
  const { order, caseId } = about;
  const reason = REASONS.find(([codes]) => codes.test(mail.status))?.[1] ?? 'the other side did not take it';
  // Only an address that does not exist is written to no more: a full mailbox is emptied some day.
  if (mail.permanent && DEAD.test(mail.status) && order?.contact.email)
    await deps.deadAddresses.note(shop, order.contact.email, { reason, caseId, at: deps.clock.now() });
  const outcome = await deps.handle(
    { id: `bounce:${mail.id}`, shop, actor: { kind: 'system' } },
    {
      kind: 'mail.bounced',
      effectId: sent.id,
      permanent: mail.permanent,
      reason: `${reason} (${mail.status || 'no code'})`,
    },
  );
  return outcome.status === 'done' ? null : `${outcome.code}: ${outcome.because}`;
};

/** RFC 3463: there is no such mailbox or domain, or it was closed or moved. */
const DEAD = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.2$/, 'its domain does not exist'],
  [/^5\.(1\.(1|3|10)|2\.1)$/, 'there is no such mailbox'],
  [/^5\.1\.6$/, 'the mailbox has moved'],
  [/^[45]\.2\.2$/, 'the mailbox is full'],
  [/^[45]\.7\./, 'the other side refused it as unwanted: look at SPF and DKIM'],
  [/^4\./, 'it is delayed'],
];

const takeAnswer = async (
  deps: Deps,
  shop: string,
  mail: Extract<IncomingMail, { kind: 'answer' }>,
): Promise<string | null> => {
  const found = await deps.store.transaction(shop, async (tx) => {
    for (const { kind, id } of ourIdsIn(mail.references).filter((one) => one.shop === shop)) {
      const about = await (kind === 'case' ? subjectOfCase(tx, id) : subjectOfMail(tx, id));
      if (about !== null) return about;
    }
    return null;
  });
  if (found === null) return 'a mail that answers none of ours: read it, and write the note by hand';
  const { photos, refused } = await keep(deps, shop, mail.files);
  const fromCustomer = mail.from !== '' && mail.from === found.order?.contact.email?.trim().toLowerCase();
  const said = { text: mail.text, photos: [...photos], refused: [...refused], fromCustomer };
  const { caseId, parcelId } = found;
  const command: Command | null =
    caseId !== null
      ? { kind: 'mail.received', caseId, ...said }
      : found.order !== null && parcelId !== null
        ? { kind: 'parcel.answered', parcelId, orderId: found.order.facts.id, ...said }
        : null;
  if (command === null) return 'an answer about an order that is not known any more';
  const at = deps.clock.now();
  const outcome = await deps.handle({ id: `mail-in:${mail.id}`, shop, actor: { kind: 'customer' } }, command);
  if (outcome.status === 'refused') return `${outcome.code}: ${outcome.because}`;
  if (caseId !== null)
    await deps.store.noteTranscript(shop, {
      caseId,
      channel: 'mail',
      threadTs: caseId,
      ts: mail.id,
      by: fromCustomer ? 'the customer, by mail' : 'somebody, by mail',
      text: mail.text === '' ? '(no text)' : mail.text,
      at,
    });
  return null;
};

const MOST_FILES = 20;

const keep = async (
  deps: Deps,
  shop: string,
  files: readonly Readonly<{ name: string; bytes: Uint8Array }>[],
): Promise<Readonly<{ photos: readonly EvidenceRef[]; refused: readonly string[] }>> => {
  const photos: EvidenceRef[] = [];
  const refused: string[] = [];
  for (const { name, bytes } of files.slice(0, MOST_FILES)) {
    const photo = acceptPhoto(bytes);
    if ('problem' in photo) refused.push(`${name.slice(0, 100)} (${photo.problem.replaceAll('-', ' ')})`);
    else photos.push(await deps.evidence.put(shop, { name, ...photo }));
  }
  return { photos, refused };
};
