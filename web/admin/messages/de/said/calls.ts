import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Why something outside was not done (`web/shell/effects/`, `web/adapters/`); what others answered stays in their words. */
export const CALLS_SAID: Said = {
  'Shopify gave no reason': 'Shopify nannte keinen Grund',
  'Shopify refused': 'Shopify hat abgelehnt',
  'the job failed': 'der Auftrag ist fehlgeschlagen',
  'Shopify could not cancel the order and gave no reason':
    'Shopify konnte die Bestellung nicht stornieren und nannte keinen Grund',
  'Shopify knows no order {name} any more': 'Shopify kennt die Bestellung {name} nicht mehr',
  'Shopify reckons {theirs}, the policy {ours}: Shopify does not give back the tip of {tip} with a part of an order; refund {ours} in Shopify by hand, and say here that it was paid another way':
    'Shopify rechnet {theirs}, die Richtlinie {ours}: das Trinkgeld von {tip} gibt Shopify mit einem Teil einer Bestellung nicht zurück; erstatten Sie {ours} in Shopify von Hand und sagen Sie hier, dass es auf anderem Weg gezahlt wurde',
  'Shopify reckons {theirs}, the policy {ours}': 'Shopify rechnet {theirs}, die Richtlinie {ours}',
  'Shopify did not change the return: {because}': 'Shopify hat die Rücksendung nicht geändert: {because}',
  'mail to this address came back on {date} ({because}); nothing is sent there until somebody says that it works again':
    'E-Mails an diese Adresse kamen am {date} zurück ({because}); dorthin wird nichts gesandt, bis jemand sagt, dass sie wieder geht',
  'order {name} has no e-mail address to write to': 'die Bestellung {name} hat keine E-Mail-Adresse',
  'the shop has no address to write to': 'der Shop hat keine Adresse zum Schreiben',
  'nobody asked': 'niemand hat gefragt',
  'of the return {units} never shipped, or another return has them':
    'von der Rücksendung nie versandt oder in einer anderen: {units}',
  '{count} lines are more than one return may have ({most})':
    '{count} Zeilen sind mehr, als eine Rücksendung haben darf ({most})',
  'return {name} is {state} in Shopify: it stays so': 'die Rücksendung {name} ist in Shopify {state}: dabei bleibt es',
  'return {name} is closed in Shopify: open it again there and ask the policy again, or refund by hand and say so here':
    'die Rücksendung {name} ist in Shopify geschlossen: öffnen Sie sie dort wieder und fragen Sie die Richtlinie noch einmal, oder erstatten Sie von Hand und sagen Sie es hier',
  'return {name} was cancelled in Shopify and can not be opened again: refund by hand and say so here, or decline it':
    'die Rücksendung {name} wurde in Shopify storniert und lässt sich nicht wieder öffnen: erstatten Sie von Hand und sagen Sie es hier, oder lehnen Sie sie ab',
  'there is no return {id}': 'die Rücksendung {id} gibt es nicht',
  'some of it has shipped': 'ein Teil davon ist versandt',
  "something of return {name} is processed: it can't become an exchange":
    'an der Rücksendung {name} ist schon etwas abgewickelt: ein Umtausch kann sie nicht mehr werden',
  'the answer to the cancellation was lost, and {because}':
    'die Antwort auf die Stornierung ging verloren, und {because}',
  'the answer to this refund was lost, and {because}': 'die Antwort auf diese Erstattung ging verloren, und {because}',
  'the answer to this refund was lost, and {because}; before the call the order had {before}, now it has {now}: look at the order in Shopify, and settle it by hand or try again':
    'die Antwort auf diese Erstattung ging verloren, und {because}; vor dem Aufruf hatte die Bestellung {before}, jetzt hat sie {now}: sehen Sie in Shopify nach, und begleichen Sie es von Hand oder versuchen Sie es noch einmal',
  '1 refund': '1 Erstattung',
  '{count} refunds': '{count} Erstattungen',
  'its key is too old to ask again': 'ihr Schlüssel ist zu alt, um noch einmal zu fragen',
  'the dispute does not count as lost any more': 'die Rückbuchung gilt nicht mehr als verloren',
  'the customer opened a dispute with their bank: no money moves while it is open':
    'bei der Bank wurde eine Rückbuchung eröffnet: solange sie läuft, fließt kein Geld',
  'the order changed: the policy now answers {answer} ({because})':
    'die Bestellung hat sich geändert: die Richtlinie antwortet jetzt {answer} ({because})',
  'the order changed: {agreed} was agreed, the policy now gives {now}':
    'die Bestellung hat sich geändert: vereinbart waren {agreed}, die Richtlinie gibt jetzt {now}',
  'the order changed: {because}': 'die Bestellung hat sich geändert: {because}',
  'the order changed while it was read': 'die Bestellung hat sich geändert, während sie gelesen wurde',
  'shopify did not tell the rest of a list': 'Shopify nannte den Rest einer Liste nicht',
  '{money} was refunded on the order since: it may be for the same':
    '{money} wurde seither zur Bestellung erstattet: es kann für dasselbe sein',
  'somebody cancelled the order in Shopify meanwhile: look at what was refunded there':
    'jemand hat die Bestellung inzwischen in Shopify storniert: sehen Sie nach, was dort erstattet wurde',
  'the request was {how} in Shopify meanwhile': 'die Anfrage wurde inzwischen in Shopify {how}',
  'declined by hand': 'von Hand abgelehnt',
  'taken back': 'zurückgenommen',
  'the return was never opened in Shopify': 'die Rücksendung wurde in Shopify nie eröffnet',
  'the return was never opened in Shopify: {because}': 'die Rücksendung wurde in Shopify nie eröffnet: {because}',
  'the return in Shopify has no replacement for it: refund it instead':
    'die Rücksendung in Shopify hat dafür keinen Ersatz: erstatten Sie stattdessen',
  'the replacement is not in stock: {more}refund it instead, or let the customer wait for it':
    'der Ersatz ist nicht vorrätig: {more}erstatten Sie stattdessen, oder lassen Sie darauf warten',
  'offer another size or colour of it and exchange it in Shopify, ':
    'bieten Sie eine andere Größe oder Farbe an und tauschen Sie in Shopify um, ',
  'offer something else of the shop and exchange it in Shopify, ':
    'bieten Sie etwas anderes aus dem Shop an und tauschen Sie in Shopify um, ',
  "{sum} is due and only {most} of the order's payments can go back":
    '{sum} sind fällig, und nur {most} der Zahlungen können zurückgehen',
  'not sent before the goods are back: {because}': 'nicht gesandt, bevor die Ware zurück ist: {because}',
  'a fulfilment service could not complete': 'ein Versanddienst konnte nicht abschließen',
  'overtaken by events': 'von Ereignissen überholt',

  // Shopify.
  "shopify does not keep the export's file any more: start it again":
    'Shopify hat die Datei des Exports nicht mehr: beginnen Sie ihn neu',
  "shopify does not know this app's client id or secret": 'Shopify kennt Client-ID oder Secret dieser App nicht',
  'shopify runs another bulk operation of this shop': 'Shopify führt für diesen Shop gerade einen anderen Export aus',
  "shopify's token answer has no token": 'in Shopifys Antwort fehlt das Token',
  "shopify's token endpoint answered http {status}": 'Shopifys Token-Adresse antwortete mit HTTP {status}',
  "shopify's token endpoint answered with something else than JSON": 'Shopifys Token-Adresse antwortete nicht mit JSON',
  "shopify's token endpoint: {because}": 'Shopifys Token-Adresse: {because}',
  "shopify's allowance for this shop is used up for {seconds} s":
    'Shopifys Kontingent für diesen Shop ist für {seconds} s verbraucht',
  'the file of the export answered http {status}': 'die Datei des Exports antwortete mit HTTP {status}',
  'the file of the export holds {have} of {all} orders': 'die Datei des Exports hat {have} von {all} Bestellungen',
  'the file of the export was cut short': 'die Datei des Exports brach ab',
  "the order can't be read: {field}: {because}": 'die Bestellung lässt sich nicht lesen: {field}: {because}',
  'is not installed': 'ist nicht installiert',
  "has a token that can't be renewed": 'hat ein Token, das sich nicht erneuern lässt',
  "{call}: shopify does not accept the shop's token: open the app in shopify admin":
    '{call}: Shopify nimmt das Token des Shops nicht an: öffnen Sie die App in Shopify Admin',
  '{shop} {why}: open the app in shopify admin': '{shop} {why}: öffnen Sie die App in Shopify Admin',
  '{call}: shopify keeps throttling': '{call}: Shopify bremst weiter',
  '{call}: {because}; it may have been done': '{call}: {because}; vielleicht ist es geschehen',

  // Mail.
  'no connection to the mail server ({code})': 'keine Verbindung zum Mailserver ({code})',
  'the connection to the mail server was lost; the mail may have been sent':
    'die Verbindung zum Mailserver brach ab; vielleicht ist die E-Mail gesandt',
  'the mail has no address a server would take': 'die E-Mail hat keine Adresse, die ein Server annimmt',
  'the mail server asks to try later ({code})': 'der Mailserver bittet um einen späteren Versuch ({code})',
  'the mail server refused the mail ({code})': 'der Mailserver hat die E-Mail abgelehnt ({code})',
  'the mail server rejects our login ({code})': 'der Mailserver weist unsere Anmeldung zurück ({code})',
};
