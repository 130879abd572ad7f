import { type Request, Router } from 'express';
import type { Envelope } from '../../../../policy/app/commands.ts';
import { LookEdit, type MailLook } from '../../../../policy/app/mail-look.ts';
import {
  type CustomerWord,
  defaultText,
  type Language,
  MAIL_WORDS,
  placeholdersOf,
} from '../../../../policy/texts/customer/index.ts';
import { LogoInput, MailPreviewInput, type Mails } from '../contract/mails.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, restsOn } from '../input.ts';
import { changesOf } from '../mail-changes.ts';
import { type MailDesk, senderAdvice } from '../mail-desk.ts';
import { photoType } from '../photo-type.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { type AdminSession, actorOf, sessionOf } from '../session.ts';

/** A logo travels with every mail. */
const LARGEST_LOGO = 64 * 1024;

/** Texts that belong to no template of their own stand in several. */
const SHARED = 'shared';

const templateOf = (word: string, templates: readonly string[]): string => {
  const [first = ''] = word.split('.');
  if (first === 'sheet') return 'rma-issued';
  if (first === 'result') return 'test-result';
  return templates.includes(first) ? first : SHARED;
};

const textsOf = (look: MailLook, words: readonly CustomerWord[], language: Language) =>
  words.map((word) => {
    const text = defaultText(language, word);
    return { word, text, own: look.texts[language]?.[word] ?? null, placeholders: [...placeholdersOf(text)] };
  });

/** The shop's mails: how they look and sound, on real cases; who can't be reached; the label sheet of a return. */
export const mailRoutes = ({ read, handle }: Pick<AdminDeps, 'read' | 'handle'>, desk: MailDesk): Router => {
  const mayEdit = async (session: AdminSession): Promise<boolean> =>
    (await read.person(session.shop, actorOf(session)))?.role === 'owner';
  const asOwner = async (session: AdminSession): Promise<void> => {
    if (!(await mayEdit(session)))
      throw new ProblemError('not-allowed', 'ask an owner of this shop to change what its mails say');
  };
  /** Into the shop's history: what was changed by name, never what it says. */
  const note = async (envelope: Envelope, what: string): Promise<void> => {
    doneOrProblem(await handle(envelope, { kind: 'mails.changed', what: what.slice(0, 1000) }));
  };
  /** What comes in rests on the version that the page showed. */
  const change = async (req: Request, session: AdminSession, to: (look: MailLook) => MailLook): Promise<void> => {
    const expected = restsOn(req, 'mails') ?? 0;
    // A key that is none is refused before anything is changed: nothing changes without its entry.
    const envelope = envelopeOf(req, session, 'mails.changed', `look:${expected + 1}`);
    const look = await desk.looks.load(session.shop);
    const next = { ...to(look), version: expected + 1 };
    if (look.version !== expected || !(await desk.looks.save(session.shop, next)))
      throw new ProblemError('stale', 'somebody changed the mails meanwhile: look again, then save');
    const changed = changesOf(look, next);
    if (changed.length > 0) await note(envelope, changed.join(', '));
  };
  return Router()
    .get('/mails', async (_req, res) => {
      const session = sessionOf(res);
      const [shop, look, dead, may] = await Promise.all([
        read.shop(session.shop),
        desk.looks.load(session.shop),
        desk.dead.list(session.shop),
        mayEdit(session),
      ]);
      const wordsOf = (name: string) => MAIL_WORDS.filter((word) => templateOf(word, desk.templates) === name);
      const body: Mails = {
        version: look.version,
        replyTo: look.replyTo,
        contactEmail: shop?.contactEmail ?? '',
        accent: look.accent,
        language: look.language,
        hasLogo: look.logo !== null,
        templates: [...desk.templates, SHARED].map((name) => ({
          name,
          texts: { en: textsOf(look, wordsOf(name), 'en'), de: textsOf(look, wordsOf(name), 'de') },
        })),
        dead: [...dead],
        advice: senderAdvice(shop?.mailFrom ?? ''),
        mayEdit: may,
      };
      res.json(body);
    })

    .put('/mails', async (req, res) => {
      const session = sessionOf(res);
      await asOwner(session);
      const edit = bodyOf(req, LookEdit);
      await change(req, session, (look) => ({
        ...look,
        replyTo: edit.replyTo,
        accent: edit.accent,
        language: edit.language,
        texts: { en: edit.texts.en ?? {}, de: edit.texts.de ?? {} },
      }));
      res.json({ replayed: false, caseId: null });
    })

    .put('/mails/logo', async (req, res) => {
      const session = sessionOf(res);
      await asOwner(session);
      const { base64 } = bodyOf(req, LogoInput);
      const bytes = base64 === null ? null : Buffer.from(base64, 'base64');
      const type = bytes === null ? null : photoType(bytes);
      if (bytes !== null && (bytes.length > LARGEST_LOGO || (type !== 'image/png' && type !== 'image/jpeg')))
        throw new ProblemError('bad-input', 'a logo is a PNG or JPEG image of at most 64 KB');
      await change(req, session, (look) => ({
        ...look,
        logo: bytes === null ? null : { mimetype: type as 'image/png' | 'image/jpeg', bytes },
      }));
      res.json({ replayed: false, caseId: null });
    })

    .post('/mails/preview', async (req, res) => {
      const session = sessionOf(res);
      const { template, caseId, language, texts, accent } = bodyOf(req, MailPreviewInput);
      if (!desk.templates.includes(template)) throw new ProblemError('not-found', 'there is no such mail');
      const detail = found(await read.caseDetail(session.shop, caseId), 'case');
      const look = await desk.looks.load(session.shop);
      const edit = LookEdit.parse({
        replyTo: look.replyTo,
        accent: accent ?? look.accent,
        language,
        texts: { [language]: texts },
      });
      const edited: MailLook = {
        ...look,
        accent: edit.accent,
        language,
        texts: { ...look.texts, [language]: { ...look.texts[language], ...texts } },
      };
      res.json(
        await desk.preview(template, detail, edited, language).catch((error: unknown) => {
          throw new ProblemError('invalid', `this case has nothing to say in this mail: ${reasonOf(error)}`);
        }),
      );
    })

    .delete('/mails/dead/:digest', async (req, res) => {
      const session = sessionOf(res);
      await asOwner(session);
      const digest = String(req.params.digest);
      const envelope = envelopeOf(req, session, 'mails.changed', `dead:${digest.slice(0, 64)}`);
      if (!/^[\w-]{20,64}$/.test(digest) || !(await desk.dead.forget(session.shop, digest)))
        throw new ProblemError('not-found', 'there is no such address: somebody may have taken it off the list');
      await note(envelope, 'an address is tried again that could not be reached');
      res.json({ replayed: false, caseId: null });
    })

    .get('/cases/:id/label', async (req, res) => {
      const detail = found(await read.caseDetail(sessionOf(res).shop, idOf(req, 'case')), 'case');
      if (detail.case.rma === null) throw new ProblemError('missing', 'this case has no return number yet');
      const { filename, content, contentType } = await desk.label(detail);
      res
        .set({ 'Content-Disposition': `inline; filename="${filename}"`, 'X-Content-Type-Options': 'nosniff' })
        .type(contentType)
        .send(Buffer.from(content));
    });
};

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/^case \S+:? ?/, '') : 'no reason';
