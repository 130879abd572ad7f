import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Entries in the history of a case and of the shop (`web/shell/`). What follows `because` is what people wrote. */
export const ENTRIES: Said = {
  'Makegood was removed: open cases wait as they are': 'Makegood wurde entfernt: offene Fälle warten, wie sie sind',
  'Shopify did not hold it: {because}': 'Shopify hat es nicht zurückgehalten: {because}',
  'Shopify did not release the hold: {because}': 'Shopify hat es nicht freigegeben: {because}',
  'Shopify did not open the return again: {because}': 'Shopify hat die Rücksendung nicht wieder geöffnet: {because}',
  'Shopify did not open the return: {because}; the customer has not been written to':
    'Shopify hat die Rücksendung nicht eröffnet: {because}; es wurde noch niemandem geschrieben',
  'a part of it shipped meanwhile: {because}': 'ein Teil davon wurde inzwischen versandt: {because}',
  ' until {date}': ' bis {date}',
  'before anything comes back Shopify reckons {sums}': 'bevor etwas zurückkommt, rechnet Shopify: {sums}',
  'goods {theirs}, the policy {ours}; {more}': 'Ware {theirs}, die Richtlinie {ours}; {more}',
  'goods {theirs}, the policy {ours}': 'Ware {theirs}, die Richtlinie {ours}',
  'tax {theirs}, the policy {ours}; {more}': 'Steuer {theirs}, die Richtlinie {ours}; {more}',
  'tax {theirs}, the policy {ours}': 'Steuer {theirs}, die Richtlinie {ours}',
  'restocking fee {theirs}, the policy {ours}; {more}':
    'Gebühr für die Wiedereinlagerung {theirs}, die Richtlinie {ours}; {more}',
  'restocking fee {theirs}, the policy {ours}': 'Gebühr für die Wiedereinlagerung {theirs}, die Richtlinie {ours}',
  'shipping fee {theirs}, the policy {ours}; {more}': 'Versandgebühr {theirs}, die Richtlinie {ours}; {more}',
  'shipping fee {theirs}, the policy {ours}': 'Versandgebühr {theirs}, die Richtlinie {ours}',
  'what goes out in exchange {theirs}, the policy {ours}; {more}':
    'was im Tausch hinausgeht {theirs}, die Richtlinie {ours}; {more}',
  'what goes out in exchange {theirs}, the policy {ours}': 'was im Tausch hinausgeht {theirs}, die Richtlinie {ours}',
  ', number on the outside': ', Nummer außen',
  ', number not on the outside': ', Nummer nicht außen',
  ', {count} still to come': ', {count} kommt noch',
  ': all of it is here': ': alles ist da',
  ' for the whole order': ' für die ganze Bestellung',
  ', nothing was paid': ', gezahlt wurde nichts',
  'an hour': 'einer Stunde',
  'by the stock figures': 'nach den Bestandszahlen',
  'reported by staff': 'von Mitarbeitenden gemeldet',
  'no answer yet': 'noch keine Antwort',
  'no reason given': 'ohne Angabe von Gründen',
  'our label': 'unserem Etikett',
  'the customer’s own label': 'eigenem Etikett',
  'the first': 'der ersten',
  'the customer refused the parcel: it is on its way back': 'das Paket wurde nicht angenommen: es kommt zurück',
  'the parcel could not be delivered, which is not the customer’s doing: it is on its way back':
    'das Paket konnte ohne Zutun der Kundschaft nicht zugestellt werden: es kommt zurück',
  'the parcel never reached the customer': 'das Paket ist nie angekommen',
  'a false alarm: the customer has the parcel': 'falscher Alarm: das Paket ist angekommen',
  'the customer seems to have refused the parcel{more}': 'das Paket wurde wohl nicht angenommen{more}',
  'sent in time: accepted although it is late': 'rechtzeitig gesandt: trotz Verspätung angenommen',
  'given out of goodwill': 'aus Kulanz gewährt',
  'given out of goodwill: {because}': 'aus Kulanz gewährt: {because}',
  'accepted as it is': 'angenommen, wie es ist',
  'accepted, less what is missing': 'angenommen, abzüglich dessen, was fehlt',
  'the customer has {days} days to send the rest': '{days} Tage Zeit, den Rest zu senden',
  'refused; a second person has to agree': 'abgelehnt; eine zweite Person muss zustimmen',
  'what was missing has arrived': 'was fehlte, ist angekommen',
  'it is ours after all': 'es ist doch unseres',
  'tested again': 'noch einmal geprüft',
  'the customer opened a dispute with their bank: no money of the order moves while it is open':
    'bei der Bank wurde eine Rückbuchung eröffnet: solange sie läuft, fließt kein Geld der Bestellung',
  'the dispute is won: the case goes on where it stopped':
    'die Rückbuchung ist gewonnen: der Fall geht dort weiter, wo er stand',
  'the dispute is lost: the bank has paid the customer, so nothing is paid a second time':
    'die Rückbuchung ist verloren: die Bank hat gezahlt, also wird nichts ein zweites Mal gezahlt',
  '{rma} issued: {because}': '{rma} erteilt: {because}',
  'a refund is wanted': 'gewünscht ist eine Erstattung',
  'access scopes changed: everything that is needed is granted': 'Zugriffsrechte geändert: alles Nötige ist erteilt',
  'access scopes changed: {scopes} not granted': 'Zugriffsrechte geändert: {scopes} nicht erteilt',
  'all past orders are read': 'alle früheren Bestellungen werden gelesen',
  'an exchange is wanted': 'gewünscht ist ein Umtausch',
  'another parcel of the return received{more}': 'ein weiteres Paket der Rücksendung angenommen{more}',
  'asked for: {reason}{more}': 'angefragt: {reason}{more}',
  'made in Shopify by hand: {reason}{more}': 'von Hand in Shopify angelegt: {reason}{more}',
  'asked to cancel': 'um Stornierung gebeten',
  'asked to cancel: {because}': 'um Stornierung gebeten: {because}',
  'asked to send the replacement ({what}) before the goods are back: {because}; somebody else has to approve':
    'der Ersatz ({what}) soll vor der Ware hinausgehen: {because}; jemand anderes muss freigeben',
  'asked to open it again: {because}; a second person has to agree':
    'soll wieder geöffnet werden: {because}; eine zweite Person muss zustimmen',
  'back to the agent: the refund was declined': 'zurück an den Kundendienst: die Erstattung wurde abgelehnt',
  'began a draft of the policy': 'einen Entwurf der Richtlinie begonnen',
  'cancelled before it shipped': 'vor dem Versand storniert',
  'cancelled in Shopify; {what}': 'in Shopify storniert; {what}',
  'changed the draft of the policy': 'den Entwurf der Richtlinie geändert',
  'changed the mails: {what}': 'die E-Mails geändert: {what}',
  'cleared {what} of a customer; decisions and amounts are kept':
    '{what} einer Kundin oder eines Kunden gelöscht; Entscheidungen und Beträge bleiben',
  'cleared {what} of a customer; the rest when case {number} has ended':
    '{what} einer Kundin oder eines Kunden gelöscht; der Rest, wenn Fall {number} beendet ist',
  'days are counted in {zone}, no longer in {before}': 'Tage werden in {zone} gezählt, nicht mehr in {before}',
  'discarded the draft of the policy': 'den Entwurf der Richtlinie verworfen',
  'downloaded what is kept about a customer who asked':
    'heruntergeladen, was über eine anfragende Person aufgehoben ist',
  'everything that was kept for this shop is removed': 'alles, was für diesen Shop aufgehoben war, ist entfernt',
  'expected on {date}': 'erwartet am {date}',
  'expected on {date}, later than the {before} the customer agreed to: asked again':
    'erwartet am {date}, später als der vereinbarte {before}: noch einmal gefragt',
  'goes on without photos: {because}': 'geht ohne Fotos weiter: {because}',
  'goods and money are settled; the return is closed': 'Ware und Geld sind erledigt; die Rücksendung ist geschlossen',
  'had {what} tried again': '{what} noch einmal versuchen lassen',
  'handed to {name}': 'übergeben an {name}',
  'held in Shopify: out of stock': 'in Shopify zurückgehalten: nicht lieferbar',
  'issued although the customer says that the damage is their own':
    'Nummer erteilt, obwohl der Schaden selbst verursacht sein soll',
  'issued on proof that the warranty runs': 'Nummer erteilt, weil die laufende Garantie belegt ist',
  "it can't be supplied any more{more}": 'es ist nicht mehr zu bekommen{more}',
  'it has shipped': 'es ist versandt',
  'it shipped meanwhile: {because}': 'es wurde inzwischen versandt: {because}',
  'it stays closed': 'es bleibt geschlossen',
  'left to a person before the steps were tried': 'einem Menschen überlassen, bevor die Schritte versucht wurden',
  'left {what} unhandled: {because}': '{what} unbearbeitet gelassen: {because}',
  'mail sent: {name}': 'E-Mail gesandt: {name}',
  'mail sent: {name}; an earlier attempt was cut off, so the customer may have it twice':
    'E-Mail gesandt: {name}; ein früherer Versuch brach ab, sie kann doppelt angekommen sein',
  'more days are not agreed to': 'weiteren Tagen wird nicht zugestimmt',
  'no answer in time: the money goes back': 'keine Antwort in der Zeit: das Geld geht zurück',
  'no fulfilment service holds the order: it can be cancelled':
    'kein Versanddienst hat die Bestellung: sie kann storniert werden',
  'no money is due for it': 'dafür ist kein Geld fällig',
  'no photos needed': 'keine Fotos nötig',
  'no refund is due': 'es ist nichts zu erstatten',
  'nothing had been captured, so nothing is refunded': 'es war nichts abgebucht, also wird nichts erstattet',
  'nothing of it is held any more': 'davon wird nichts mehr zurückgehalten',
  'nothing of it is out of stock any more': 'davon ist alles wieder lieferbar',
  'nothing was heard of the parcel since its tracking number was told':
    'seit die Sendungsnummer genannt wurde, war vom Paket nichts zu hören',
  'on its way: {number}{more}': 'unterwegs: {number}{more}',
  'opened again, asked for by {name}: {because}': 'wieder geöffnet, erbeten von {name}: {because}',
  'order and items are known': 'Bestellung und Artikel sind bekannt',
  'orders of the last {days} days are read': 'Bestellungen der letzten {days} Tage werden gelesen',
  'paid, but Shopify did not close the return: {because}':
    'gezahlt, aber Shopify hat die Rücksendung nicht geschlossen: {because}',
  'parcel received{some}{marked}': 'Paket angenommen{some}{marked}',
  "parcel {number} is this return's, found out {how}: it counts as here since it arrived; the delay comes from its missing or misread number":
    'Paket {number} gehört zu dieser Rücksendung, festgestellt {how}: es zählt ab seiner Ankunft; verspätet hat es die fehlende oder falsch gelesene Nummer',
  'published version {number} of the policy, in force from {date}, with 1 change (digest {digest})':
    'Fassung {number} der Richtlinie veröffentlicht, gültig ab {date}, mit 1 Änderung (Prüfsumme {digest})',
  'published version {number} of the policy, in force from {date}, with {count} changes (digest {digest})':
    'Fassung {number} der Richtlinie veröffentlicht, gültig ab {date}, mit {count} Änderungen (Prüfsumme {digest})',
  'published version {number} of the policy, in force from {date}, with {changes} (digest {digest})':
    'Fassung {number} der Richtlinie veröffentlicht, gültig ab {date}, mit {changes} (Prüfsumme {digest})',
  'withdrew version {number} of the policy, which was to be in force from {date}':
    'Fassung {number} der Richtlinie zurückgezogen, die ab {date} gelten sollte',
  'refund of {sum} stopped before any money moved; it waits for approvers again':
    'Erstattung von {sum} gestoppt, bevor Geld floss; sie wartet wieder auf Freigabe',
  'refund declined: {because}': 'Erstattung abgelehnt: {because}',
  'rejection of {units} confirmed by a second person': 'Ablehnung von {units} von einer zweiten Person bestätigt',
  'rejection of {units} not confirmed: tested again': 'Ablehnung von {units} nicht bestätigt: wird noch einmal geprüft',
  'removed the checklist of {product}': 'die Teileliste von {product} entfernt',
  'return asked for: {reason}{more}': 'Rücksendung angefragt: {reason}{more}',
  'return {name} in Shopify has its exchange': 'Rücksendung {name} in Shopify hat ihren Umtausch',
  'return {name} in Shopify has nothing to send in exchange any more':
    'Rücksendung {name} in Shopify hat nichts mehr im Tausch zu senden',
  'return {name} with its exchange took the place of {other} in Shopify':
    'Rücksendung {name} mit ihrem Umtausch steht in Shopify an der Stelle von {other}',
  '{said}; nothing is paid while they differ': '{said}; solange sie sich unterscheiden, wird nichts gezahlt',
  'return {name} opened in Shopify': 'Rücksendung {name} in Shopify eröffnet',
  'sent a test mail to the shop’s own address': 'eine Testmail an die Adresse des Shops gesandt',
  'set the checklist of {product}: {parts}': 'die Teileliste von {product} festgelegt: {parts}',
  'set the saved views: {views}': 'die gemerkten Ansichten festgelegt: {views}',
  'short again before it shipped: it waits on': 'vor dem Versand wieder ausgegangen: es wartet weiter',
  'taken off the order; {what}': 'aus der Bestellung genommen; {what}',
  'the Slack workspace {name} was disconnected: {because}': 'der Slack-Workspace {name} wurde getrennt: {because}',
  'the amount is reckoned and approved again': 'der Betrag wird neu berechnet und neu freigegeben',
  'the carriage is waived': 'auf die Versandkosten wird verzichtet',
  'the carrier delivered the parcel after all': 'der Paketdienst hat das Paket doch noch zugestellt',
  'the customer has sent it': 'es ist abgesandt',
  'the customer is asked by e-mail': 'per E-Mail wird gefragt',
  'the customer is asked by e-mail: wait, or be refunded': 'per E-Mail wird gefragt: warten oder Geld zurück',
  'the customer is asked for the tracking number': 'nach der Sendungsnummer wird gefragt',
  'the customer is reminded': 'es wird erinnert',
  'the customer is reminded of the last day': 'an den letzten Tag wird erinnert',
  'the customer is reminded of the photos': 'an die Fotos wird erinnert',
  'the customer keeps it{more}': 'die Ware wird behalten{more}',
  'the customer keeps the order{more}': 'die Bestellung bleibt bestehen{more}',
  'the customer pays the carriage': 'die Versandkosten trägt die Kundschaft',
  'the customer wants the money{more}, {how}': 'gewünscht ist das Geld{more}, {how}',
  'the customer was to be told within {time} and does not know yet':
    'innerhalb von {time} sollte Bescheid gegeben sein und ist es noch nicht',
  'the customer will wait, {how}': 'gewünscht ist zu warten, {how}',
  'by their link': 'über den eigenen Link',
  'the customer’s links are void: {because}': 'die Links an die Kundschaft sind ungültig: {because}',
  'the decision on the {what} is handed to {name}': 'die Entscheidung ({what}) geht an {name}',
  'the decision on {sum} is handed to {name}': 'die Entscheidung über {sum} geht an {name}',
  'the fulfilment service has not answered for two hours: ring it up, then ask the policy again':
    'der Versanddienst antwortet seit zwei Stunden nicht: anrufen, dann die Richtlinie noch einmal fragen',
  'the last day is over and {units} of the return has not come{more}':
    'der letzte Tag ist vorbei, und {units} der Rücksendung ist nicht gekommen{more}',
  'the customer was told that an answer comes today at the latest':
    'der Kunde weiß, dass spätestens heute eine Antwort kommt',
  'the last day is over and {units} of the return have not come{more}':
    'der letzte Tag ist vorbei, und {units} der Rücksendung sind nicht gekommen{more}',
  '{units} of the return has not come{more}': '{units} der Rücksendung ist nicht gekommen{more}',
  '{units} of the return have not come{more}': '{units} der Rücksendung sind nicht gekommen{more}',
  '; the replacement went out first, so that {sum} is at stake, and nothing is refunded':
    '; der Ersatz ging zuerst hinaus: {sum} stehen auf dem Spiel, und nichts wird erstattet',
  'the mail "{name}" {what}: {because}': 'die E-Mail „{name}“ {what}: {because}',
  'did not reach the customer': 'ist nicht angekommen',
  'came back': 'kam zurück',
  'the missing parts of {units} have not come': 'die fehlenden Teile von {units} sind nicht gekommen',
  'the order was cancelled': 'die Bestellung wurde storniert',
  'the order is cancelled in Shopify without a refund, so that nobody ships it':
    'die Bestellung wird in Shopify ohne Erstattung storniert, damit niemand sie versendet',
  'the replacement goes out before the goods are back, asked for by {name}: {because}; {sum} is at stake{more}':
    'der Ersatz geht vor der Ware hinaus, erbeten von {name}: {because}; {sum} stehen auf dem Spiel{more}',
  'the order was cancelled in Shopify by hand: what was paid back there is what counts':
    'die Bestellung wurde in Shopify von Hand storniert: es zählt, was dort zurückgezahlt wurde',
  'the parcel is back: {because}': 'das Paket ist zurück: {because}',
  'the parcel is here': 'das Paket ist da',
  'the parcel is on its way': 'das Paket ist unterwegs',
  'the parcel seems lost, sent with {label}{more}': 'das Paket scheint verloren, gesandt mit {label}{more}',
  'the photos that were asked for have not come': 'die erbetenen Fotos sind nicht gekommen',
  'the policy answers {answer}: {because}; a person decides':
    'die Richtlinie antwortet {answer}: {because}; ein Mensch entscheidet',
  'the replacement has shipped': 'der Ersatz ist versandt',
  'the request counts as acceptance: what did not ship is refunded':
    'die Anfrage gilt als Zustimmung: was nicht versandt wurde, wird erstattet',
  'the request was declined in Shopify by hand': 'die Anfrage wurde in Shopify von Hand abgelehnt',
  'the request was taken back in Shopify': 'die Anfrage wurde in Shopify zurückgenommen',
  'the {sum} refunded by hand was for what is paid already: the customer has {more} more than the policy gives':
    'die von Hand erstatteten {sum} waren für etwas, das schon bezahlt ist: der Kunde hat {more} mehr, als die Regeln geben',
  '{sum} of what was paid for the order has not gone back with it, for goods that were taken off it before: look at the order in Shopify and refund it there by hand':
    '{sum} von dem, was für die Bestellung bezahlt wurde, ging nicht mit ihr zurück, für Ware, die vorher aus ihr genommen wurde: Sehen Sie die Bestellung in Shopify an und erstatten Sie es dort von Hand',
  '{sum} was paid for the order although it is cancelled: refund it in Shopify by hand':
    '{sum} wurden für die Bestellung gezahlt, obwohl sie storniert ist: erstatten Sie sie in Shopify von Hand',
  'the return was cancelled in Shopify by hand': 'die Rücksendung wurde in Shopify von Hand storniert',
  'the return was closed in Shopify by hand: open it again there and ask the policy again, or refund its units there by hand, which settles them here':
    'die Rücksendung wurde in Shopify von Hand geschlossen: öffnen Sie sie dort wieder und fragen Sie die Richtlinie noch einmal, oder erstatten Sie ihre Stücke dort von Hand, womit sie hier abgerechnet sind',
  'the return was cancelled in Shopify by hand and can not be opened again: refund its units there by hand, which settles them here, or decline it':
    'die Rücksendung wurde in Shopify von Hand storniert und lässt sich nicht wieder öffnen: erstatten Sie ihre Stücke dort von Hand, womit sie hier abgerechnet sind, oder lehnen Sie sie ab',
  'the return is open again in Shopify: it can be settled':
    'die Rücksendung ist in Shopify wieder offen: sie kann abgerechnet werden',
  'the return was closed in Shopify by hand': 'die Rücksendung wurde in Shopify von Hand geschlossen',
  'the rest of the order is held with it': 'der Rest der Bestellung wird mit zurückgehalten',
  'the steps helped: solved without a return': 'die Schritte haben geholfen: ohne Rücksendung gelöst',
  'the steps were tried and did not solve it': 'die Schritte wurden versucht und haben nicht geholfen',
  'tried again': 'noch einmal versucht',
  'troubleshooting was done and did not solve it': 'die Fehlersuche wurde gemacht und hat nicht geholfen',
  'waited {days} days: the customer is asked again': '{days} Tage gewartet: es wird noch einmal gefragt',
  'what was accepted is paid for: nothing is left to refund':
    'was angenommen wurde, ist bezahlt: es bleibt nichts zu erstatten',
  '{what} has waited {time} for an approver': '{what} wartet seit {time} auf eine Freigabe',
  '{what} is not needed any more: {because}': '{what} wird nicht mehr gebraucht: {because}',
  '{what} is tried again': '{what} wird noch einmal versucht',
  '{days} asked for after the last one: {because}; a second person has to agree':
    '{days} nach dem letzten erbeten: {because}; eine zweite Person muss zustimmen',
  '{days}, until {date}, asked for by {name}: {because}': '{days}, bis {date}, erbeten von {name}: {because}',
  '{days}, until {date}: {because}': '{days}, bis {date}: {because}',
  '1 more day': '1 weiterer Tag',
  '{count} more days': '{count} weitere Tage',
  '1 day': '1 Tag',
  '{count} days': '{count} Tage',
  '{days} more day(s) asked for after the last one: {because}; a second person has to agree':
    '{days} weitere(r) Tag(e) nach dem letzten erbeten: {because}; eine zweite Person muss zustimmen',
  '{days} more day(s), until {date}, asked for by {name}: {because}':
    '{days} weitere(r) Tag(e), bis {date}, erbeten von {name}: {because}',
  '{days} more day(s), until {date}: {because}': '{days} weitere(r) Tag(e), bis {date}: {because}',
  '{units} not accepted: kept for {days}, and the time is over':
    '{units} nicht angenommen: für {days} aufgehoben, die Zeit ist vorbei',
  '{goods} out of stock, {where}{more}': '{goods} nicht lieferbar, {where}{more}',
  '{photos} added': '{photos} hinzugefügt',
  '{photos} on file': 'vorhanden: {photos}',
  '1 photo': '1 Foto',
  '{count} photos': '{count} Fotos',
  '{count} photo(s) added': '{count} Foto(s) hinzugefügt',
  '{count} photo(s) on file': '{count} Foto(s) liegen vor',
  '{sum} refunded, {other} was agreed: look at the order in Shopify':
    '{sum} erstattet, vereinbart war {other}: die Bestellung in Shopify ansehen',
  '{units} here for {days} and not decided': '{units} schon {days} hier und nicht entschieden',
  '{count} unit(s) are here for {days} days and not decided':
    '{count} Stück sind seit {days} Tagen hier und nicht entschieden',
  '{rma}: the last day is over and nothing has arrived{more}':
    '{rma}: der letzte Tag ist vorbei, und nichts ist angekommen{more}',
  '{what} stopped before anything moved; it waits for approvers again':
    '{what}: gestoppt, bevor etwas geschah; wartet wieder auf Freigabe',
  '{said}; written off: {because}': '{said}; abgeschrieben: {because}',
  '{rma}: the last day is over; the carrier had the parcel in time':
    '{rma}: der letzte Tag ist vorbei; der Paketdienst hatte das Paket rechtzeitig',
  '{said}; nothing is cancelled before it answers': '{said}; bis er antwortet, wird nichts storniert',
  '{said}; they are reminded': '{said}; es wird erinnert',
};
