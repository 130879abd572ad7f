import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Why the policy decides as it does (`policy/rules/`, `policy/decide/`), what is deducted, and what the law may say. */
export const REASONS: Said = {
  // P1, P2, P3: what is asked for first.
  'ordered by mistake: a person decides whether the customer pays the carriage':
    'irrtümlich bestellt: ein Mensch entscheidet, ob die Kundschaft die Versandkosten trägt',
  'ordered by mistake: the customer pays the carriage': 'irrtümlich bestellt: die Versandkosten trägt die Kundschaft',
  'ordered by mistake: this shop does not charge the carriage':
    'irrtümlich bestellt: dieser Shop berechnet die Versandkosten nicht',
  'ordered by mistake: a person waived the carriage': 'irrtümlich bestellt: ein Mensch hat die Versandkosten erlassen',
  'the customer says that the damage is their own': 'der Schaden ist nach eigener Angabe selbst verursacht',
  'the customer says that the damage is their own; a person takes it back, and the test decides':
    'der Schaden ist nach eigener Angabe selbst verursacht; ein Mensch nimmt die Ware zurück, und die Prüfung entscheidet',
  '{needed} needed, none here': '{needed} nötig, keines ist da',
  '{needed} needed, {have} here': '{needed} nötig, {have} da',
  '1 picture': '1 Foto',
  '{count} pictures': '{count} Fotos',
  'try to solve it with the customer first': 'zuerst versuchen, es gemeinsam zu lösen',
  'we need {fields} to write to': 'zum Schreiben brauchen wir noch: {fields}',
  'email, {more}': 'E-Mail-Adresse, {more}',
  'name, {more}': 'Name, {more}',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',

  // Before it ships.
  'the order was cancelled already': 'die Bestellung ist schon storniert',
  'everything has gone back already: nothing is left to cancel':
    'es ist schon alles zurückgegangen: nichts bleibt zu stornieren',
  'asked for in hour {hour} after ordering; this shop cancels within {hours} h':
    'in Stunde {hour} nach der Bestellung erbeten; dieser Shop storniert innerhalb von {hours} Std.',
  'asked for before anything shipped': 'erbeten, bevor etwas versandt war',
  'asked for before this part shipped': 'erbeten, bevor dieser Teil versandt war',
  'a chargeback is open: nothing is refunded while it is under review':
    'eine Rückbuchung ist offen: solange die Bank prüft, wird nichts erstattet',
  'a chargeback is lost: the bank has paid the customer, so nothing is paid a second time':
    'eine Rückbuchung ist verloren: die Bank hat die Kundschaft bezahlt, es wird nichts ein zweites Mal gezahlt',
  'a part has shipped: its shipping is not refunded': 'ein Teil ist versandt: sein Versand wird nicht erstattet',
  'a part has shipped: its shipping is not refunded, and it may be sent back':
    'ein Teil ist versandt: sein Versand wird nicht erstattet, und er kann zurückgesandt werden',
  'it has shipped: shipping, there and back, is the customer’s':
    'es ist versandt: den Versand, hin und zurück, trägt die Kundschaft',
  'the parcel may be refused when it is delivered': 'die Annahme des Pakets kann bei der Zustellung verweigert werden',
  'or it may be sent back with an RMA': 'oder es kann mit einer Rücksendenummer zurückgesandt werden',

  // Out of stock.
  'this shop does not refund a part by itself': 'einen Teil allein erstattet dieser Shop nicht',
  'this shop does not offer to wait for a part': 'auf einen Teil zu warten bietet dieser Shop nicht an',
  'it can not be supplied any more: refunded in full at once':
    'es ist nicht mehr zu bekommen: sofort und ganz erstattet',
  'the customer does not want to wait: refunded in full at once':
    'warten ist nicht gewünscht: sofort und ganz erstattet',
  'told {hours} h ago and no answer: refunded in full at once':
    'vor {hours} Std. Bescheid gegeben und keine Antwort: sofort und ganz erstattet',
  'the customer will wait: it ships when it is in stock again':
    'die Kundschaft wartet: versandt wird, sobald es wieder da ist',
  'told {hours} h ago; {limit} h to answer': 'vor {hours} Std. Bescheid gegeben; {limit} Std. Zeit zu antworten',
  'the customer is told by email at once': 'per E-Mail wird sofort Bescheid gegeben',
  'no email address: tell the customer another way': 'keine E-Mail-Adresse: auf anderem Weg Bescheid geben',

  // Asking for a return.
  'no clause covers a gift card that was sent out: a person decides':
    'für einen versandten Gutschein gilt keine Klausel: ein Mensch entscheidet',
  'nothing can come back for what never arrived: a person decides':
    'was nie ankam, kann nicht zurückkommen: ein Mensch entscheidet',
  'later than the {days} days within which this shop takes it back':
    'später als die {days} Tage, in denen dieser Shop es zurücknimmt',
  'the customer bears all shipping and has to be told how much before sending anything':
    'allen Versand trägt die Kundschaft; wie viel das ist, muss sie wissen, bevor sie etwas sendet',
  'the way back is the customer’s; the outbound shipping goes back as the law of the market has it':
    'den Rückweg trägt die Kundschaft; der Hinversand wird erstattet, wie es das Recht des Marktes verlangt',
  'shipping, there and back, is the customer’s': 'den Versand, hin und zurück, trägt die Kundschaft',
  'the parcel was refused: nothing more to do for the customer':
    'die Annahme wurde verweigert: für die Kundschaft bleibt nichts zu tun',
  'no longer wanted: it may come back with an RMA': 'nicht mehr gewünscht: es darf mit Rücksendenummer zurückkommen',
  'we sent the wrong product: exchange or money back': 'wir sandten das Falsche: Umtausch oder Geld zurück',
  'it has shipped, and the {days} days within which this shop takes it back are over':
    'es ist versandt, und die {days} Tage, in denen dieser Shop es zurücknimmt, sind vorbei',
  'has to be sent within {days} days': 'muss innerhalb von {days} Tagen abgesandt sein',
  'has to be back within {days} days': 'muss innerhalb von {days} Tagen zurück sein',
  'misuse ends the claim, and this shop decides it without a test':
    'falscher Gebrauch beendet den Anspruch, und dieser Shop entscheidet das ohne Prüfung',
  'the warranty ended on {date}': 'die Garantie endete am {date}',
  'a person has seen proof that the warranty runs': 'ein Mensch hat belegt gesehen, dass die Garantie läuft',
  'an RMA number is issued': 'eine Rücksendenummer wird erteilt',
  'the number goes to the customer by email': 'die Nummer geht per E-Mail an die Kundschaft',

  // The parcel.
  'given out of goodwill, where no clause gives it': 'aus Kulanz gewährt, wo keine Klausel es gewährt',
  'the goods are not back yet': 'die Ware ist noch nicht zurück',
  'the goods are back': 'die Ware ist zurück',
  'the replacement goes out first: the goods are not back yet':
    'der Ersatz geht zuerst hinaus: die Ware ist noch nicht zurück',
  'no RMA number on the parcel: matched by hand, which took longer':
    'keine Rücksendenummer auf dem Paket: von Hand zugeordnet, was länger dauerte',
  'sent by {date} and here after it: a person decides, accepting is suggested':
    'bis {date} gesandt und danach angekommen: ein Mensch entscheidet, anzunehmen wird vorgeschlagen',
  'sent by {date} and here after it: accepted': 'bis {date} gesandt und danach angekommen: angenommen',
  'sent by {date} and here after it{more}': 'bis {date} gesandt und danach angekommen{more}',
  ': a person decides, accepting is suggested': ': ein Mensch entscheidet, anzunehmen wird vorgeschlagen',
  'here after {date}, the last day': 'nach dem {date}, dem letzten Tag, angekommen',
  'not here, and {date} was the last day': 'nicht da, und {date} war der letzte Tag',
  '{date} was the last day: when the parcel arrived has to be known':
    '{date} war der letzte Tag: wann das Paket ankam, muss bekannt sein',
  'after that there is no replacement and no refund': 'danach gibt es weder Ersatz noch Erstattung',
  'no RMA number on the outside of the parcel': 'keine Rücksendenummer außen auf dem Paket',
  'this shop does not answer for parcels without it': 'für Pakete ohne sie haftet dieser Shop nicht',
  'lost on its way back at the customer’s risk': 'auf dem Rückweg verloren, auf Gefahr der Kundschaft',
  'lost on its way back with the customer’s own label': 'auf dem Rückweg mit eigenem Etikett verloren',
  'lost before it reached the customer: at our risk': 'verloren, bevor es ankam: auf unser Risiko',
  'lost on its way back at our risk': 'auf dem Rückweg auf unser Risiko verloren',
  'the law puts the risk on us once the carrier has it: when it was handed over has to be known':
    'nach dem Recht tragen wir das Risiko, sobald der Paketdienst es hat: wann es übergeben wurde, muss bekannt sein',

  // What the test finds.
  '{units} came back that we did not send: {what}': '{units} kam zurück, das nicht von uns ist: {what}',
  'a person decides': 'ein Mensch entscheidet',
  refused: 'abgelehnt',
  '{units} still to be looked at': '{units} noch anzusehen',
  '{units} not in the parcel: not back yet': '{units} nicht im Paket: noch nicht zurück',
  '{units} still to be tested': '{units} noch zu prüfen',
  'the test found no fault: a person decides': 'die Prüfung fand keinen Fehler: ein Mensch entscheidet',
  'the test found no fault, which is not held against the customer':
    'die Prüfung fand keinen Fehler, was niemandem angelastet wird',
  '{units} damaged by handling': '{units} durch falsche Handhabung beschädigt',
  'original parts are missing from {units}: a person decides':
    'an {units} fehlen Originalteile: ein Mensch entscheidet',
  'original parts are missing from {units}: their price is deducted':
    'an {units} fehlen Originalteile: ihr Preis wird abgezogen',
  'original parts are missing from {units}: refused': 'an {units} fehlen Originalteile: abgelehnt',
  'accepted without its original parts: their price is deducted':
    'ohne Originalteile angenommen: ihr Preis wird abgezogen',
  'what the missing parts cost has to be known': 'was die fehlenden Teile kosten, muss bekannt sein',

  // What is due.
  'it never arrived: we answer for it': 'es kam nie an: dafür stehen wir ein',
  'no clause promises an exchange of what is merely no longer wanted: a person decides':
    'was bloß nicht mehr gewünscht ist, umzutauschen verspricht keine Klausel: ein Mensch entscheidet',
  'the customer bears all shipping: what it cost has to be known':
    'allen Versand trägt die Kundschaft: was er gekostet hat, muss bekannt sein',
  'the parcel could not be delivered, and not because the customer refused it':
    'das Paket war nicht zuzustellen, und nicht, weil die Annahme verweigert wurde',
  'the parcel was refused and is back': 'die Annahme wurde verweigert, das Paket ist zurück',
  'we sent the wrong product: {what}': 'wir sandten das Falsche: {what}',
  exchanged: 'umgetauscht',
  'money back': 'Geld zurück',
  'postage is settled with it: what it cost has to be known':
    'das Porto wird mit abgerechnet: was es gekostet hat, muss bekannt sein',
  'shipping, there and back, is not refunded for a defective product':
    'der Versand, hin und zurück, wird für ein defektes Produkt nicht erstattet',
  'shipping is refunded with a defective product here': 'mit einem defekten Produkt wird hier der Versand erstattet',
  'no clause covers this: a person decides': 'dafür gilt keine Klausel: ein Mensch entscheidet',

  // What is taken off.
  'limited to what is left to refund': 'begrenzt auf das, was noch zu erstatten ist',
  '{what}, as far as it goes': '{what}, soweit es reicht',
  'return label': 'Rücksendeetikett',
  'the way back of a refused parcel': 'Rückweg eines nicht angenommenen Pakets',
  'original shipping of a free order': 'Hinversand einer versandkostenfreien Bestellung',
  'restocking fee': 'Gebühr für die Wiedereinlagerung',
  'missing parts': 'fehlende Teile',

  // What the law of the market may say beside it.
  'within 14 days of delivery a consumer may withdraw and is owed the standard outbound shipping too':
    'innerhalb von 14 Tagen nach der Zustellung besteht ein Widerrufsrecht; auch der übliche Hinversand ist dann zu erstatten',
  'a consumer’s claim for a defective product lasts two years and does not end with an RMA':
    'die Gewährleistung für ein defektes Produkt dauert zwei Jahre und endet nicht mit einer Rücksendenummer',
  'a seller answers to a consumer for two years, whatever the warranty says':
    'zwei Jahre lang besteht Gewährleistung, was auch immer die Garantie sagt',
  'a defective product is put right free of charge, postage included':
    'einem Mangel ist kostenlos abzuhelfen, Porto eingeschlossen',
  'for a defective product the seller bears the way back, and its risk':
    'den Rückweg eines defekten Produkts und dessen Risiko trägt der Shop',
  'within 14 days of delivery a consumer may cancel and is owed the standard outbound shipping too':
    'innerhalb von 14 Tagen nach der Zustellung kann zurückgetreten werden; auch der übliche Hinversand ist dann zu erstatten',
  'a consumer’s rights for a faulty product do not end with an RMA':
    'die Rechte bei einem fehlerhaften Produkt enden nicht mit einer Rücksendenummer',
  'a consumer may claim for a faulty product for up to six years, whatever the warranty says':
    'bei einem fehlerhaften Produkt bestehen bis zu sechs Jahre lang Ansprüche, was auch immer die Garantie sagt',
  'a faulty product is put right at the seller’s cost, postage included':
    'einem Fehler ist auf Kosten des Shops abzuhelfen, Porto eingeschlossen',
  'for a faulty product the seller bears the way back, and its risk':
    'den Rückweg eines fehlerhaften Produkts und dessen Risiko trägt der Shop',
};
