import { outcomeOf } from './fields/reason.ts';
import { distance } from './spelling.ts';
import { type Subject, unknown } from './subject.ts';
import type { Meaning, MeaningOf } from './types.ts';

/**
 * What a German-speaking agent writes most. Narrow on purpose: the sentence that asks for one thing plainly is read, all
 * else that is German is left alone, for a "nicht" may stand anywhere in it, also behind an English verb.
 */

/** Words that are no English: one of them makes a text German. */
const GERMAN =
  /(?<![\p{L}\d])(?:bitte|für|fuer|defekt|sofort|immer|canceln|grund|umgeh\p{L}*|dass|richtlinien?|als|wärst|zu wollen|nicht|nich|nix|kein(?:e[mnrs]?)?|nie|niemals|keinesfalls|lieber|niemand|st(?:or|ro|o)n+i?e?r\p{L}*|storno|bestellung(?:en)?|kund(?:e|in|en|innen)|r(?:ü|ue|u)cksend\p{L}*|retouren?|umtausch\p{L}*|genehmig\p{L}*|freigeben|freigegeben|ablehn\p{L}*|lehne?|erstatt\p{L}*|auszahl\p{L}*|zahl(?:e|en)?|angekommen|eingetroffen|pakete?s?|sendung|danke|kannst|könn(?:en|te|ten|test)|koenn(?:en|te|ten|test)|soll(?:en|te|ten|st)?|wurden?|warum|wieso|weshalb|möchten?|moechten?|wollen|gib|geben|gebt|öffne|eröffne|ignoriere?|vergiss|übergeh\p{L}*|frag(?:e|en)?|sollen|haben wir|hat (?:er|sie|die|der)|ist (?:da|hier|kaputt|weg)|lösche|mach(?:e|en)?|behält|zurück|geld|fotos? (?:von|bei)|offen|wo (?:ist|bleibt|sind)|was ist|wie weit|wir|ich|oder|und|noch|ohne|doch)(?![\p{L}\d])/u;

const word = (...says: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d‹])(?:${says.join('|')})(?![\\p{L}\\d])`, 'u');

const NEGATED = word(
  'nicht|nich|nichts|nix|kein(?:e[mnrs]?)?|keinesfalls|keineswegs|nie|niemals|nimmer|niemand|ohne|statt|anstatt|weder|noch|sondern|vergiss es|doch lieber',
  'stop(?:p|pe|pen)?|halt|egal|abbrechen|verhinder\\p{L}*|vermeid\\p{L}*|lass(?:t|en)?|bloß|bloss|zurücknehmen|rückgängig|widerruf\\p{L}*|unterlass\\p{L}*',
  "not|never|no|don'?t|dont|without|cannot|can'?t|won'?t",
);
const DOUBTED = word(
  'wenn|falls|sofern|sobald|bevor|nachdem|bis|vielleicht|eventuell|evtl\\.?|wohl|wahrscheinlich|vermutlich|morgen|später|nachher|würden?|wuerden?|hätten?|wäre|könnten?(?! (?:du|ihr|sie|jemand))|überleg\\p{L}*|denken?|denkt|glaub\\p{L}*|mein(?:e|en|t|te)|sollten?|soll(?! (?:storniert|zurück))|dürf\\p{L}*|darf|erst|eigentlich|theoretisch|angeblich|oder|gestern|schon|bereits|sagt|sagte|meint|fragt|fragte|möglich|entschieden|abgemacht|vereinbart|versucht',
);
const POLITE_CONDITION =
  /(?:wenn|falls) (?:es geht|möglich|du kannst|ihr könnt|sie können|es (?:dir|euch|ihnen) passt)/gu;
const COMMANDS = word(
  'ignorier\\p{L}*|vergiss|umgeh\\p{L}*|übergeh\\p{L}*|überspring\\p{L}*|missacht\\p{L}*|deaktivier\\p{L}*|schalt\\p{L}*|admin\\p{L}*|entwickler\\p{L}*|system|anweisung\\p{L}*|regeln?|richtlinien?|befehl\\p{L}*|immer|ab (?:jetzt|sofort)|tu so|stell dir|spiel\\p{L}*|alle[nrs]?|jede[mnrs]?|sämtlich\\p{L}*|sudo|prompt|prüfung|rückfrage|bestätigung|freigabe(?:grenze|limit)\\p{L}*',
);
const ASKED = word(
  'warum|wieso|weshalb|wann|wo|wer|wen|wem|was|wie|ob|welche[mnrs]?|wohin|woher|wieviel|gibt es|ist das|(?:soll|sollen|sollten|sollte|kann|können|könnten|darf|dürfen|muss|müssen|haben|hat|hast|habt|ist|sind|war|wurde|wird|werden) (?:ich|wir|man|er|sie|es|die|der|das|jemand|schon|‹\\p{L}+›)',
);
/** "Kannst du … stornieren?" asks for it. */
const ASKED_KINDLY = word(
  '(?:kannst|könntest|koenntest|magst) du|könn(?:t|tet) ihr|könn(?:en|ten) sie|kann jemand(?= bitte)',
);

/** Only a part of an order is meant: which one is for the form, or for English words that name it. */
const PART = word(
  'nur|bloß|einen?|eine[mrs]?|zwei|drei|vier|fünf|halbe?|teil\\p{L}*|rest|außer|ausser|bis auf|von (?:den|der|dem)|aus|artikel|position(?:en)?|stück|\\d{1,3}',
);
const WAS_DONE =
  /(?:wurden?|ist|sind|hat|haben|habe|war|waren)\b.*(?:iert|storniert|genehmigt|abgelehnt|erstattet|freigegeben|ausgezahlt)/u;

type Reason = NonNullable<MeaningOf<'rma.request'>['reason']>;
const REASONS: readonly (readonly [Reason, RegExp])[] = [
  [
    'customer_ordered_wrong',
    word('(?:falsch|versehentlich|aus versehen|irrtümlich) (?:bestellt|gekauft)', 'selbst falsch'),
  ],
  [
    'wrong_item_sent',
    word(
      'falsche[nrs]? (?:\\p{L}+ )?(?:geliefert|verschickt|geschickt|bekommen|erhalten)',
      'falschlieferung|vertauscht|wir haben (?:das |die |den )?falsche[nrs]?',
    ),
  ],
  ['missing_item', word('fehlt|fehlen|unvollständig|nicht dabei')],
  [
    'defective',
    word('defekt|kaputt|beschädigt|gebrochen|zerbrochen|funktioniert|geht|undicht|tropft|wackelt|tot|gerissen'),
  ],
  [
    'changed_mind',
    word(
      'gefällt|überlegt|umentschieden|passt|zu (?:groß|klein|laut|schwer)|will (?:es|sie|ihn) (?:zurückgeben|zurückschicken)',
    ),
  ],
];

/** The rest of a text after "funktioniert nicht", "gefällt ihr nicht": said of goods, and no negation of what is asked. */
const OF_GOODS =
  /(?:hat|haben) (?:es )?sich (?:doch )?anders überlegt|(?:funktionier(?:t|en)|geht|gehen|gefäll(?:t|en)|passt|passen|läuft|lädt|startet)(?: (?:ihr|ihm|ihnen|es|das|mehr|gar|auch|überhaupt|richtig))* nicht(?: mehr)?|nicht (?:mehr )?(?:funktioniert|dabei)|anders überlegt/gu;

type Deed = 'cancel' | 'return' | 'approve' | 'decline' | 'receive';
const DEEDS: Readonly<Record<Deed, RegExp>> = {
  cancel: word(
    'st(?:or|ro|o)n+i?e?r(?:en|e|n)?',
    'canceln',
    'cancel',
    '(?:will|möchte|muss|soll|bitte)\\b.{0,60}\\bstorniert',
  ),
  return: word(
    'rma',
    'retouren?',
    'r(?:ü|ue|u)cksendung',
    'r(?:ü|ue|u)cksendeetikett',
    'umtausch(?:en)?',
    'austausch(?:en)?',
    'zurückschicken|zurücksenden|zurückgeben',
  ),
  approve: word(
    'genehmig(?:e|en|t)?',
    'gib\\b.{0,40}\\bfrei',
    'freigeben',
    '(?:erstatte|auszahlen|zahle)(?! nicht)',
    'erstatten',
    'approve|refund',
  ),
  decline: word('ablehnen', 'lehne?\\b.{0,40}\\bab'),
  receive: word('angekommen|eingetroffen|da|hier|eingegangen|zurück'),
};

const refusesToAct = (text: string): boolean =>
  NEGATED.test(text.replace(OF_GOODS, ' ')) ||
  DOUBTED.test(text.replace(POLITE_CONDITION, ' ').replace(OF_GOODS, ' ')) ||
  WAS_DONE.test(text);

const asks = (text: string): boolean =>
  !ASKED_KINDLY.test(text) &&
  (text.includes('?') ||
    ASKED.test(text.replace(OF_GOODS, ' ').replace(/(?:was|wie) (?:sie|er) (?:bestellt|wollte)/gu, ' ')));

const shown = ({ order, orders, rma, oneList }: Subject): Meaning | null =>
  rma !== undefined
    ? { intent: 'rma.show', rma }
    : orders.length > 1
      ? oneList
        ? { intent: 'order.show', orders: [...orders] }
        : null
      : order === undefined
        ? null
        : { intent: 'order.show', order };

const LISTS =
  /^(?:was (?:ist|sind) (?:noch )?(?:alles )?(?:offen|fällig|überfällig|zu tun)|was muss ich (?:noch |heute )?genehmigen|was steht an|offene fälle|meine fälle)/u;

const listed = (text: string): Meaning => {
  const filter = /genehmig|freig/u.test(text)
    ? 'approvals'
    : /fällig/u.test(text)
      ? 'overdue'
      : /meine/u.test(text)
        ? 'mine'
        : 'open';
  return { intent: 'queue.list', filter };
};

const meant = (deed: Deed, subject: Subject, text: string): Meaning | null => {
  const { order, orders, oneList, rma } = subject;
  const about = orders.length > 1 ? { orders: [...orders] } : order === undefined ? null : { order };
  if (!oneList) return null;
  switch (deed) {
    case 'cancel':
      // A return is not cancelled, and a part that is not understood is never the whole.
      return about === null || rma !== undefined || PART.test(text) ? null : { intent: 'order.cancel', ...about };
    case 'return': {
      if (about === null || rma !== undefined) return null;
      const reason = REASONS.find(([, pattern]) => pattern.test(text))?.[0];
      const exchange = /umtausch|austausch/u.test(text) || outcomeOf(text) === 'exchange';
      return {
        intent: 'rma.request',
        ...about,
        ...(reason === undefined ? {} : { reason }),
        ...(exchange ? { outcome: 'exchange' as const } : {}),
      };
    }
    case 'approve':
      return rma === undefined || orders.length > 0 ? null : { intent: 'refund.approve', rma };
    case 'decline':
      return rma === undefined || orders.length > 0 ? null : { intent: 'refund.decline', rma };
    case 'receive':
      return rma === undefined || orders.length > 0 ? null : { intent: 'rma.receive', rma };
    default:
      return deed satisfies never;
  }
};

const GREETING = /^(?:danke(?:schön)?|vielen dank|hilfe|moin|servus|guten (?:tag|morgen|abend))(?: .{0,20})?[\s!.]*$/u;

/** Words that decide whether something is done at all: an error in one must not lose it. */
const GUARDS =
  'nicht keine keinen keinesfalls niemals niemand ohne wenn falls sollen sollten sollte warum wieso weshalb wann ignoriere ignorieren umgehe umgehen vergiss regeln richtlinien administrator bestätigung rückfrage prüfung überspringe immer statt anstatt vielleicht würde hätte entscheiden storniere stornieren genehmige genehmigen erstatten freigeben ablehnen lieber bereits brauchen fragt möglich vermeide übergehe anweisungen entwicklermodus'.split(
    ' ',
  );
const GUARD_SET = new Set(GUARDS);
/** Words near those that are none of them. */
const OTHERS = new Set([
  'kleine',
  'kleinen',
  'keramik',
  'wanne',
  'immens',
  'statue',
  'warm',
  'wenig',
  'wende',
  'regel',
  'fall',
  'falle',
  'nacht',
]);
/** Short words are told by their letters: swapped or doubled ones stay the same. */
const lettersOf = (written: string): string => written.charAt(0) + [...new Set(written)].toSorted().join('');
const SHORT = new Map(['soll', 'kein', 'ohne', 'wenn'].map((short) => [lettersOf(short), short]));
const mendedWord = (written: string): string => {
  if (written.length < 4 || GUARD_SET.has(written) || OTHERS.has(written)) return written;
  const short = written.length < 7 ? SHORT.get(lettersOf(written)) : undefined;
  if (short !== undefined) return written === 'keine' ? written : short;
  const most = written.length >= 8 ? 2 : 1;
  return GUARDS.find((guard) => guard[0] === written[0] && distance(guard, written, most) <= most) ?? written;
};
const mended = (text: string): string => text.replace(/\p{L}+/gu, mendedWord);

/** What a German text means; null where it is none, or where the English grammar may go on with it. */
export const readGerman = (subject: Subject): Meaning | null => {
  const text = mended(
    subject.raw
      .toLowerCase()
      .normalize('NFC')
      .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f|(?<![\p{L}\d:]):[a-z][a-z0-9_+-]+:/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  if (!GERMAN.test(text)) return null;
  if (GREETING.test(text)) return { intent: 'help' };
  if (COMMANDS.test(text)) return unknown(subject);
  if (LISTS.test(text) && subject.refersToNothing) return listed(text);
  if (asks(text)) return shown(subject);
  if (refusesToAct(text)) return unknown(subject);
  const deeds = (Object.keys(DEEDS) as Deed[]).filter((deed) => DEEDS[deed].test(text));
  const acting = deeds.filter((deed) => deed !== 'receive');
  const [only, second] = acting.length > 0 ? acting : deeds;
  if (only === undefined) return null;
  if (second !== undefined) return unknown(subject);
  return meant(only, subject, text) ?? unknown(subject);
};
