import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** What is changed in the settings, as `shop-configure.ts` names it: one, or several in a row. */
const SETTINGS_CHANGED: Said = {
  'the mail sender': 'Absender der E-Mails',
  'the address customers answer to': 'Adresse für Antworten',
  'the return address': 'Rücksendeadresse',
  'the channel for cases': 'Kanal für Fälle',
  'the channel for approvals': 'Kanal für Freigaben',
  'whether the set-up is shown': 'ob die Einrichtung gezeigt wird',
  'which set-up steps are done': 'welche Schritte der Einrichtung erledigt sind',
  'from how many new cases a minute Slack lists them': 'ab wie vielen neuen Fällen in der Minute Slack sie auflistet',
  'how long things are kept': 'wie lange etwas aufbewahrt wird',
};
const changedSettings: Said = Object.fromEntries(
  Object.entries(SETTINGS_CHANGED).flatMap(([english, german]) => [
    [english, german],
    [`{before}, ${english}`, `{before}, ${german}`],
    [`changed ${english}`, `geändert: ${german}`],
    [`changed {before}, ${english}`, `geändert: {before}, ${german}`],
    [`changed ${english} ({days})`, `geändert: ${german} ({days})`],
    [`changed {before}, ${english} ({days})`, `geändert: {before}, ${german} ({days})`],
  ]),
);

/** Entries of histories that are worded where they are handed on: refunds, parcels without a case, people, settings. */
export const MORE_ENTRIES: Said = {
  ...changedSettings,
  // A refund on its way.
  '{what} proposed; Shopify reckons the same': '{what} vorgeschlagen; Shopify rechnet dasselbe',
  'Shopify did not tell its own sum: {because}': 'Shopify nannte die eigene Summe nicht: {because}',
  'no approver needed by the settings': 'nach den Einstellungen ist keine Freigabe nötig',
  'waits for an approver': 'wartet auf eine Freigabe',
  'waits for {count} approvers': 'wartet auf {count} Freigaben',
  'waits for {whom}': 'wartet auf {whom}',
  '{what} approved': '{what} freigegeben',
  '{what} approved, {have} of {needed}': '{what} freigegeben, {have} von {needed}',
  'the order was read again, the policy says the same: paying':
    'die Bestellung wurde noch einmal gelesen, die Richtlinie sagt dasselbe: gezahlt wird',
  '{sum} refunded': '{sum} erstattet',
  'refunded by hand already': 'schon von Hand erstattet',
  '{sum} was paid another way: {because}{more}': '{sum} wurden auf anderem Weg gezahlt: {because}{more}',
  'asked for anew': 'neu erbeten',
  'not sent before the goods are back: {because}': 'nicht gesandt, bevor die Ware zurück ist: {because}',
  '{sum} was refunded in Shopify by hand and names no units: say whether it was for the goods, shipping or goodwill':
    '{sum} wurden in Shopify von Hand erstattet, ohne Stücke zu nennen: sagen Sie, ob für Ware, Versand oder Kulanz',
  '{units} marked as refunded in Shopify, by hand and without any money: look at the order':
    '{units} in Shopify von Hand als erstattet vermerkt, ohne Geld: sehen Sie die Bestellung an',
  '{sum} was refunded in Shopify by hand for {units}': '{sum} wurden in Shopify von Hand für {units} erstattet',
  '{sum} was refunded in Shopify by hand for {units}, which settles {some} of this return':
    '{sum} wurden in Shopify von Hand für {units} erstattet, damit sind {some} dieser Rücksendung abgerechnet',
  '{sum} was refunded in Shopify by hand for {units}: more than one open return is about them; say in each whether it was for its goods, and goodwill where it was not':
    '{sum} wurden in Shopify von Hand für {units} erstattet: mehr als eine offene Rücksendung betrifft sie; sagen Sie bei jeder, ob es für ihre Ware war, und sonst Kulanz',
  ', which settles {units} of this return': ', damit sind {units} dieser Rücksendung abgerechnet',
  '{count} unit(s) count as refunded in Shopify, by hand and without any money: look at the order':
    '{count} Stück gelten in Shopify von Hand als erstattet, ohne Geld: sehen Sie die Bestellung an',
  '{sum} was refunded in Shopify by hand for {count} unit(s){more}':
    '{sum} wurden in Shopify von Hand für {count} Stück erstattet{more}',
  ': more than one open return is about them; say in each whether it was for its goods, and goodwill where it was not':
    ': mehr als eine offene Rücksendung betrifft sie; sagen Sie bei jeder, ob es für ihre Ware war, und sonst Kulanz',
  ': {count} unit(s) of this return are settled by it': ': {count} Stück dieser Rücksendung sind damit abgerechnet',

  // A return.
  '1 unit: {result}': '1 Stück: {result}',
  '{count} units: {result}': '{count} Stück: {result}',
  ', without {units} of it': ', davon {units} nicht',
  '{units} came back and was refused': '{units} kam zurück und wurde abgelehnt',
  '{units} came back and were refused': '{units} kamen zurück und wurden abgelehnt',
  '{units} came back and {verb} refused': '{units} kamen zurück, abgelehnt ({verb})',
  '{units} never came back': '{units} kam nie zurück',
  'what was replaced first is back and accepted: nothing else is due':
    'was zuerst ersetzt wurde, ist zurück und angenommen: sonst ist nichts fällig',
  '{units}, and the replacement ({sum}) went out first: nothing is refunded, and nobody is charged':
    '{units}, und der Ersatz ({sum}) ging zuerst hinaus: nichts wird erstattet, und niemand zahlt nach',
  'the goods are here: nothing has to go out first': 'die Ware ist da: nichts muss mehr vorab hinaus',
  'the last day is over': 'der letzte Tag ist vorbei',
  'the parcel is lost': 'das Paket ist verloren',
  'the last day is over and nothing has arrived{more}': 'der letzte Tag ist vorbei, und nichts ist angekommen{more}',
  'the carrier says: {what}': 'der Paketdienst sagt: {what}',
  'attempted delivery': 'Zustellversuch',
  '{units} kept for {time}': '{units} aufgehoben für {time}',
  'told to {name}: {because}': '{name} erfuhr: {because}',
  'in stock again: it goes out': 'wieder lieferbar: es geht hinaus',
  'in stock again, says {name}: it goes out': 'wieder lieferbar, sagt {name}: es geht hinaus',
  'out of stock; {more}': 'nicht lieferbar; {more}',
  'the order has no e-mail address: ask the customer another way, and note the answer':
    'die Bestellung hat keine E-Mail-Adresse: fragen Sie auf anderem Weg, und halten Sie die Antwort fest',
  'it shipped before it could be cancelled: a return can be offered':
    'es wurde versandt, bevor es zu stornieren war: eine Rücksendung kann angeboten werden',
  '{said}; what was to be taken off the order is still on it: take it off in Shopify without a refund, so that nobody ships it':
    '{said}; was aus der Bestellung zu nehmen war, ist noch darin: nehmen Sie es in Shopify ohne Erstattung heraus, damit niemand es versendet',
  'no fulfilment service holds the goods': 'kein Versanddienst hat die Ware',
  'the fulfilment service was asked to stop the goods': 'der Versanddienst wurde gebeten, die Ware anzuhalten',
  'the fulfilment service has stopped the goods': 'der Versanddienst hat die Ware angehalten',
  'the fulfilment service did not stop the goods: they are leaving':
    'der Versanddienst hat die Ware nicht angehalten: sie geht hinaus',
  '{who} answered by mail{more}': '{who}: Antwort per E-Mail{more}',
  ', with {photos}': ', mit {photos}',
  ', with {count} photo(s)': ', mit {count} Foto(s)',
  'the customer': 'die Kundschaft',
  'somebody (not the address of {name})': 'jemand (nicht die Adresse der Bestellung {name})',
  'the customer of {name}': 'die Kundschaft von {name}',
  'somebody (not the address of the order)': 'jemand (nicht die Adresse der Bestellung)',

  // A parcel that nobody could match.
  'kept apart, {why}': 'beiseitegelegt, {why}',
  'no number on the outside': 'keine Nummer außen',
  'the number on the outside does not fit its check symbol': 'die Nummer außen passt nicht zu ihrem Prüfzeichen',
  'no case has the number on the outside': 'kein Fall hat die Nummer außen',
  'the case of its number does not wait for a parcel': 'der Fall zu dieser Nummer wartet auf kein Paket',
  'more was read on or in it': 'darauf oder darin wurde mehr gelesen',
  'held for {time}': 'aufgehoben für {time}',
  'the customer of {name} is asked': 'wer {name} bestellt hat, wird gefragt',
  'the mail to the customer of {name} did not reach them: {because}':
    'die E-Mail an den Besteller von {name} ist nicht angekommen: {because}',
  'here for {days}, and nobody has said whose it is': '{days} hier, und niemand hat gesagt, wem es gehört',
  'the days for which it was held are over': 'die Tage, für die es aufgehoben wurde, sind vorbei',
  'put to case {number}, {how}': 'Fall {number} zugeordnet, {how}',
  'the same day': 'am selben Tag',
  'sent back': 'zurückgesandt',
  // Why it may be somebody's.
  'tracking number in their answer': 'Sendungsnummer in ihrer Antwort',
  'tracking number': 'Sendungsnummer',
  'order number inside': 'Bestellnummer im Paket',
  'one slip from {rma}': 'ein Zeichen neben {rma}',
  "sender's phone": 'Telefon des Absenders',
  "sender's name": 'Name des Absenders',
  "sender's last name": 'Nachname des Absenders',
  'sent back to where it came from': 'zurückgesandt, woher es kam',
  'disposed of': 'entsorgt',
  'no return': 'keine Rücksendung',
  'no return of ours': 'keine Rücksendung von uns',

  // People and the shop.
  'added {name} as {role}': '{name} als {role} hinzugefügt',
  'changed the accounts of {name}': 'Konten von {name} geändert',
  'changed {name} from {before} to {after}': '{name} von {before} auf {after} geändert',
  '{said}; {name} in Slack is the same person': '{said}; {name} in Slack ist dieselbe Person',
  '{name} has left the Slack workspace and lost the role {role}':
    '{name} hat den Slack-Workspace verlassen und die Rolle {role} verloren',
  'no Slack group gives the role {role} any more': 'keine Slack-Gruppe gibt mehr die Rolle {role}',
  'a Slack group now gives the role {role}': 'eine Slack-Gruppe gibt jetzt die Rolle {role}',
  '{role} by Slack group: {names}': '{role} durch Slack-Gruppe: {names}',
  'no longer {role}: {names}': 'nicht mehr {role}: {names}',
  'no role': 'keine Rolle',
  'a customer asks what is kept about them: the merchant answers':
    'jemand fragt, was über die eigene Person gespeichert ist: der Shop antwortet',
  'a customer is to be forgotten': 'jemand ist zu vergessen',
  'the shop is to be emptied: Makegood was removed': 'der Shop ist zu leeren: Makegood wurde entfernt',
  '{orders} order(s), {cases} case(s), {photos} photo(s)':
    '{orders} Bestellung(en), {cases} Fall/Fälle, {photos} Foto(s)',
  'an address is tried again that could not be reached': 'eine Adresse, die nicht erreichbar war, wird wieder versucht',
  'no end': 'ohne Ende',
  'webhookDays {days}': 'Nachrichten, Tage: {days}',
  'photoDays {days}': 'Fotos, Tage: {days}',
  'personalDays {days}': 'Kundendaten, Tage: {days}',
  '{before}, photoDays {days}': '{before}, Fotos, Tage: {days}',
  '{before}, personalDays {days}': '{before}, Kundendaten, Tage: {days}',
  'the order changed, and the policy gives the same: {due}':
    'die Bestellung hat sich geändert, und die Richtlinie gibt dasselbe: {due}',
  'the order changed, and the policy gives the same: {due}; approvals given before that lapse':
    'die Bestellung hat sich geändert, und die Richtlinie gibt dasselbe: {due}; vorher gegebene Freigaben verfallen',
};
