import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Why a command is refused (`web/shell/`, `policy/approvals/`), and why a refund did not go out. */
export const COMMANDS_SAID: Said = {
  'a dispute is open: the bank decides, and nothing is paid meanwhile':
    'eine Rückbuchung ist offen: die Bank entscheidet, und bis dahin wird nichts gezahlt',
  // What is not there.
  'no such case': 'diesen Fall gibt es nicht',
  'no such deadline': 'diese Frist gibt es nicht',
  'no such effect': 'diesen Vorgang gibt es nicht',
  'no such mail': 'diese E-Mail gibt es nicht',
  'no such order': 'diese Bestellung gibt es nicht',
  'no such parcel': 'dieses Paket gibt es nicht',
  'no such refund': 'diese Erstattung gibt es nicht',
  'no such request': 'diese Anfrage gibt es nicht',
  'there is no order {name} in this shop': 'die Bestellung {name} gibt es in diesem Shop nicht',
  'order {name} is not known here': 'die Bestellung {name} ist hier nicht bekannt',
  'line {id} is not of {name}': 'die Zeile {id} gehört nicht zu {name}',
  'one of the units is not in this case': 'eines der Stücke gehört nicht zu diesem Fall',
  'one of the units is not expected in this case': 'eines der Stücke wird in diesem Fall nicht erwartet',
  'this proposal is not there any more: ask again': 'diesen Vorschlag gibt es nicht mehr: noch einmal fragen',
  'no refund {id} was made by hand in this case': 'eine Erstattung {id} wurde in diesem Fall nicht von Hand gemacht',
  'nobody of that name works here': 'unter diesem Namen arbeitet hier niemand',
  'nobody here knows you': 'hier kennt Sie niemand',
  'this shop has not installed Makegood': 'dieser Shop hat Makegood nicht installiert',
  'the shop has uninstalled Makegood: nothing moves until it is installed again':
    'der Shop hat Makegood entfernt: bis es wieder installiert ist, geschieht nichts',
  'this link does not fit the case': 'dieser Link passt nicht zu dem Fall',
  'this link has ended': 'dieser Link ist abgelaufen',
  'customers ask through their own links': 'Kundschaft fragt über eigene Links',

  // What the case is, and is not.
  'case {number} is a {kind}, not a cancellation': 'Fall {number} ist keine Stornierung, sondern: {kind}',
  'case {number} is a {kind}, not a return': 'Fall {number} ist keine Rücksendung, sondern: {kind}',
  'case {number} is a {kind}: nothing of it is out of stock': 'Fall {number} ({kind}): davon ist nichts ausgegangen',
  cancellation: 'Stornierung',
  backorder: 'Lieferengpass',
  return: 'Rücksendung',
  'case {number}': 'Fall {number}',
  'case {number} has ended': 'Fall {number} ist beendet',
  'case {number} deals with that already ({state})': 'Fall {number} befasst sich schon damit ({state})',
  'case {number} is about this parcel already': 'um dieses Paket geht es schon in Fall {number}',
  'case {number} is about this request already': 'um diese Anfrage geht es schon in Fall {number}',
  'case {number} is cancelling {name} already': 'Fall {number} storniert {name} schon',
  'case {number} is cancelling {name} already ({state})': 'Fall {number} storniert {name} schon ({state})',
  'case {number} is {state}: no date matters any more':
    'Fall {number} ist {state}: auf einen Termin kommt es nicht mehr an',
  'this case is open': 'dieser Fall ist offen',
  'this case is not about a parcel that seems to be refused':
    'in diesem Fall geht es nicht um ein Paket, das wohl nicht angenommen wurde',
  'a backorder that is {state} has nothing to try again':
    'bei einem Lieferengpass im Zustand {state} gibt es nichts noch einmal zu versuchen',
  'a return that is {state} has nothing to try again':
    'bei einer Rücksendung im Zustand {state} gibt es nichts noch einmal zu versuchen',
  'there is nothing to decide on while the return is {state}':
    'solange die Rücksendung im Zustand {state} ist, gibt es nichts zu entscheiden',
  'a person has to decide this': 'das muss ein Mensch entscheiden',
  'nothing here waits for a second person': 'hier wartet nichts auf eine zweite Person',
  'you asked for it: a second person has to agree': 'Sie haben es erbeten: eine zweite Person muss zustimmen',
  '{name} asked for it already: a second person has to agree':
    '{name} hat es schon erbeten: eine zweite Person muss zustimmen',
  '{name} has no role in this shop: ask an owner to give them one':
    '{name} hat in diesem Shop keine Rolle: eine Inhaberin oder ein Inhaber kann sie geben',
  '{name} looks after it already': '{name} kümmert sich schon darum',
  'it is cancelled in Shopify, which can not be undone: there is nothing left to decide':
    'es ist in Shopify storniert, was sich nicht zurücknehmen lässt: zu entscheiden bleibt nichts',
  'every unit of it is paid for: there is nothing left to decide':
    'jedes Stück davon ist bezahlt: zu entscheiden bleibt nichts',

  // Out of stock.
  'the customer waits already': 'die Kundschaft wartet schon',
  'nothing of it is left to wait for': 'es bleibt nichts, worauf zu warten wäre',
  'nothing of {title} is left to ship: there is nothing to wait for':
    'von {title} ist nichts mehr zu versenden: es gibt nichts, worauf zu warten wäre',
  'only {left} of {title} is left to ship, not {asked}': 'von {title} ist nur noch {left} zu versenden, nicht {asked}',
  'only {left} of {title} are left to ship, not {asked}':
    'von {title} sind nur noch {left} zu versenden, nicht {asked}',
  'only {left} of {title} {verb} left to ship, not {asked}':
    'von {title} {verb} nur noch {left} zu versenden, nicht {asked}',
  'say how the customer told you': 'sagen Sie, wie Sie es erfahren haben',
  "'{choice}' is no way to {answer}": '„{choice}“ passt nicht zu „{answer}“',
  wait: 'warten',
  "this shop does not offer '{choice}'": 'dieser Shop bietet „{choice}“ nicht an',
  '{date} is over: give a date from {today} on': '{date} ist vorbei: nennen Sie ein Datum ab {today}',
  'the order has no e-mail address: note what the customer tells you instead':
    'die Bestellung hat keine E-Mail-Adresse: halten Sie fest, was Sie gesagt bekommen',
  '{said}; no payment was received, so that there is nothing to refund: cancel what is out of stock by hand':
    '{said}; es ging keine Zahlung ein, also ist nichts zu erstatten: stornieren Sie von Hand, was nicht lieferbar ist',
  '{said}: a person decides': '{said}: ein Mensch entscheidet',
  'the fulfilment service could not be asked to stop: {because}':
    'der Versanddienst ließ sich nicht bitten, anzuhalten: {because}',

  // A return.
  'what is left of it is in another open return already: {numbers}':
    'was davon übrig ist, steckt schon in einer anderen offenen Rücksendung: {numbers}',
  'what is asked for is in another open return, or more than is left of the order':
    'das Gewünschte steckt in einer anderen offenen Rücksendung oder ist mehr, als von der Bestellung übrig ist',
  'what was in this parcel is in another return of {name}':
    'was in diesem Paket war, steckt in einer anderen Rücksendung von {name}',
  'nothing of {name} has shipped: it can be cancelled instead':
    'von {name} ist nichts versandt: stattdessen kann storniert werden',
  '{name} went out in {count} parcels: say which one came back':
    '{name} ging in {count} Paketen hinaus: sagen Sie, welches zurückkam',
  '{name} was delivered: it can come back with an RMA number':
    '{name} wurde zugestellt: es kann mit einer Rücksendenummer zurückkommen',
  'say by whose label it travelled': 'sagen Sie, wessen Etikett es trug',
  'say who pays the carriage': 'sagen Sie, wer die Versandkosten trägt',
  'nobody waits for this answer any more': 'auf diese Antwort wartet niemand mehr',
  'only staff may do without photos': 'nur Mitarbeitende dürfen auf Fotos verzichten',
  'more days were asked for already: a second person has to agree or not':
    'weitere Tage sind schon erbeten: eine zweite Person muss zustimmen oder nicht',
  'this return has no last day that could be moved':
    'diese Rücksendung hat keinen letzten Tag, der sich verschieben ließe',
  "the carrier can't have taken it later than now: {at}":
    'der Paketdienst kann es nicht später als jetzt genommen haben: {at}',
  'every unit of this return is here already': 'jedes Stück dieser Rücksendung ist schon da',
  'test the units first: what is due depends on it': 'prüfen Sie zuerst die Stücke: davon hängt ab, was zu zahlen ist',
  'test the units that are here first': 'prüfen Sie zuerst die Stücke, die da sind',
  'no unit of {rma} is waiting for a test': 'kein Stück von {rma} wartet auf eine Prüfung',
  'a unit is {state}: decide on it, there is nothing to test':
    'ein Stück ist {state}: entscheiden Sie darüber, zu prüfen gibt es nichts',
  'no rejection of {rma} is waiting for a second person': 'keine Ablehnung zu {rma} wartet auf eine zweite Person',
  'you posted this verdict: a second person has to look at it':
    'dieses Urteil ist von Ihnen: eine zweite Person muss es sich ansehen',
  'no unit of the return is {states}': 'kein Stück der Rücksendung ist {states}',
  'say how much is taken off each unit': 'sagen Sie, wie viel von jedem Stück abgezogen wird',
  'that changes nothing here: {because}': 'das ändert hier nichts: {because}',
  'the policy does not ask for it': 'die Richtlinie verlangt es nicht',
  'the policy does not refund a loss here': 'einen Verlust erstattet die Richtlinie hier nicht',
  'the policy does not refuse this by itself: say which clause it rests on':
    'die Richtlinie lehnt das nicht von selbst ab: sagen Sie, auf welcher Klausel die Ablehnung ruht',
  'propose a refund of {sum}{more}': 'eine Erstattung von {sum} vorschlagen{more}',
  'close the return without a refund and tell the customer why':
    'die Rücksendung ohne Erstattung schließen und sagen, warum',

  // An exchange.
  'the shop chooses between refund and exchange here': 'zwischen Erstattung und Umtausch wählt hier der Shop',
  'the goods are here already: it is being made': 'die Ware ist schon da: es wird gerade gemacht',
  'there is no exchange here that could become something else':
    'hier ist kein Umtausch, aus dem etwas anderes werden könnte',
  'refunded instead of exchanged': 'erstattet statt umgetauscht',
  'the customer waits for the replacement': 'die Kundschaft wartet auf den Ersatz',
  'the replacement is out already': 'der Ersatz ist schon hinaus',
  'no exchange is wanted here: choose it first': 'hier ist kein Umtausch gewünscht: wählen Sie ihn zuerst',
  'a replacement goes out first only while its goods are awaited, not while the return is {state}':
    'ein Ersatz geht nur zuerst hinaus, solange die Ware erwartet wird, nicht im Zustand {state}',
  'this shop sends no replacement before the goods are back':
    'dieser Shop sendet keinen Ersatz, bevor die Ware zurück ist',
  'no replacement went out first here: there is nothing to write off':
    'hier ging kein Ersatz zuerst hinaus: abzuschreiben gibt es nichts',
  'nothing of it is still to come: it is tested, and the case ends by itself':
    'davon steht nichts mehr aus: es wird geprüft, und der Fall endet von selbst',
  'the replacement went out first: what it replaced has to come back, or is written off':
    'der Ersatz ging zuerst hinaus: was er ersetzt, muss zurückkommen oder wird abgeschrieben',
  'the replacement went out first: nothing is paid that anything could be taken off':
    'der Ersatz ging zuerst hinaus: es wird nichts gezahlt, wovon etwas abzuziehen wäre',
  'the replacement is being sent: wait for Shopify’s answer':
    'der Ersatz wird gerade gesandt: warten Sie auf Shopifys Antwort',
  'the replacement is on its way out: wait for Shopify’s answer':
    'der Ersatz ist auf dem Weg hinaus: warten Sie auf Shopifys Antwort',
  'the replacement is not in stock, or nothing can be sent for it: the return stays without one':
    'der Ersatz ist nicht vorrätig, oder dafür lässt sich nichts senden: die Rücksendung bleibt ohne ihn',

  // A refund.
  'a refund of this case is {state}: wait for it': 'eine Erstattung dieses Falls ist {state}: warten Sie darauf',
  'this refund is {state}: there is nothing to settle': 'diese Erstattung ist {state}: zu begleichen gibt es nichts',
  "this refund is {state} and can't be decided on":
    'diese Erstattung ist {state}; darüber lässt sich nicht entscheiden',
  'approved already: the money is on its way': 'schon freigegeben: das Geld ist unterwegs',
  'approved already by {name}: the money is on its way': 'schon freigegeben von {name}: das Geld ist unterwegs',
  'approved already{by}: the money is on its way': 'schon freigegeben{by}: das Geld ist unterwegs',
  ' by {name}': ' von {name}',
  'paid already{by}': 'schon gezahlt{by}',
  ', approved by {name}': ', freigegeben von {name}',
  'declined already': 'schon abgelehnt',
  'the order changed after this was proposed, so approvals lapsed: a new amount has to be proposed':
    'die Bestellung hat sich seit dem Vorschlag geändert, Freigaben sind verfallen: ein neuer Betrag muss vorgeschlagen werden',
  'the order changed after this was proposed: a new amount has to be proposed':
    'die Bestellung hat sich seit dem Vorschlag geändert: ein neuer Betrag muss vorgeschlagen werden',
  'too late to stop it: {because}': 'zu spät, um sie anzuhalten: {because}',
  'this refund needed no approval and goes out at once':
    'diese Erstattung brauchte keine Freigabe und geht sofort hinaus',
  'you proposed this refund: somebody else has to say that it was paid':
    'diese Erstattung ist Ihr Vorschlag: dass gezahlt wurde, muss jemand anderes sagen',
  'you proposed this refund: somebody else has to approve it':
    'diese Erstattung ist Ihr Vorschlag: freigeben muss sie jemand anderes',
  'you proposed this refund from another account: somebody else has to approve it':
    'diese Erstattung haben Sie unter einem anderen Konto vorgeschlagen: freigeben muss sie jemand anderes',
  'you approved this refund already: the second approval is somebody else’s':
    'Sie haben diese Erstattung schon freigegeben: die zweite Freigabe gibt jemand anderes',
  'the person who proposed it could not be looked up: propose the refund again':
    'wer es vorgeschlagen hat, war nicht festzustellen: schlagen Sie die Erstattung neu vor',
  'nobody here knows you: ask the owner to add you to the people':
    'hier kennt Sie niemand: bitten Sie darum, unter „Personen“ aufgenommen zu werden',
  'guests of the workspace can’t approve refunds: ask an approver':
    'Gäste des Workspace können Erstattungen nicht freigeben: fragen Sie jemanden mit Freigabe',
  'people of a connected workspace can’t approve refunds: ask an approver':
    'Personen eines verbundenen Workspace können Erstattungen nicht freigeben: fragen Sie jemanden mit Freigabe',
  '{who} can’t approve refunds: ask an approver or the owner':
    '{who} kann Erstattungen nicht freigeben: fragen Sie jemanden mit Freigabe oder die Inhaberseite',
  'somebody without a role': 'wer keine Rolle hat,',
  'the role {role}': 'die Rolle {role}',
  '{name} has it already': '{name} hat sie schon',
  '{name} may not decide on this refund: pick another approver':
    '{name} darf über diese Erstattung nicht entscheiden: wählen Sie jemand anderes',
  'stopped before anything was sent: the refund is {state}':
    'angehalten, bevor etwas gesandt wurde: die Erstattung ist {state}',
  'version {number} of the policy is damaged, what is stored is not what was published: have it restored and try again, or refund by hand and say so here':
    'Version {number} der Richtlinie ist beschädigt, gespeichert ist nicht, was veröffentlicht wurde: lassen Sie sie wiederherstellen und versuchen Sie es noch einmal, oder erstatten Sie von Hand und sagen Sie es hier',
  'somebody refunded money in Shopify by hand: say first what it was for':
    'jemand hat in Shopify von Hand Geld erstattet: sagen Sie zuerst, wofür',
  'a refund was made in Shopify by hand': 'in Shopify wurde von Hand erstattet',
  'somebody has said already what it was for: {what}': 'wofür es war, ist schon gesagt: {what}',
  'for units of this case: nothing more is due for them': 'für Stücke dieses Falls: für sie ist nichts mehr fällig',
  'for the goods of this case: it is taken off what is still due for them':
    'für die Ware dieses Falls: es wird von dem abgezogen, was dafür noch zu zahlen ist',
  'for shipping: it is taken off the shipping that is still due':
    'für den Versand: es wird vom noch zu zahlenden Versand abgezogen',
  'goodwill: it changes nothing that is due': 'Kulanz: es ändert nichts an dem, was zu zahlen ist',
  'no money moved with it: where the customer has none, refund it in Shopify first; then say that it was for the goods':
    'dabei floss kein Geld: wurde nichts gezahlt, erstatten Sie es zuerst in Shopify; sagen Sie dann, dass es für die Ware war',
  'the {sum} refunded by hand was {what}': 'die von Hand erstatteten {sum} waren {what}',
  '{sum} did not reach the customer: the payment provider sent it back; pay it another way':
    '{sum} kam nicht an: der Zahlungsdienst hat es zurückgesandt; zahlen Sie auf anderem Weg',
  'Shopify refused this payment: a new amount has to be proposed, so that it is reckoned and approved again':
    'Shopify hat diese Zahlung abgelehnt: ein neuer Betrag muss vorgeschlagen, neu berechnet und neu freigegeben werden',
  'the law asks for this: try it again': 'das verlangt das Gesetz: noch einmal versuchen',
  'money hangs on this: try it again, or settle it in its case':
    'daran hängt Geld: versuchen Sie es noch einmal, oder begleichen Sie es im Fall',
  'this is {state}: there is nothing to dismiss': 'das ist {state}: zu verwerfen gibt es nichts',
  'this is {state}: there is nothing to try again': 'das ist {state}: noch einmal zu versuchen gibt es nichts',
  'the answer was lost; Shopify shows {sum} paid back, {agreed} was agreed':
    'die Antwort ging verloren; Shopify zeigt {sum} als zurückgezahlt, vereinbart waren {agreed}',
  'Shopify took it, and shows {sum} paid back where {agreed} was agreed: look at the order there before anything is paid':
    'Shopify hat es angenommen und zeigt {sum} als zurückgezahlt, wo {agreed} vereinbart waren: sehen Sie dort die Bestellung an, bevor etwas gezahlt wird',
  'Shopify took the cancellation, and what came of it could not be read: {because}; look at the order in Shopify before anything is paid':
    'Shopify hat die Stornierung angenommen, und was daraus wurde, ließ sich nicht lesen: {because}; sehen Sie die Bestellung in Shopify an, bevor etwas gezahlt wird',
  'the bank has paid the customer, and {name} is still open in Shopify: cancel it there without a refund ({because})':
    'die Bank hat gezahlt, und {name} ist in Shopify noch offen: stornieren Sie dort ohne Erstattung ({because})',
  'no reason': 'kein Grund',
  'it waits for approval: nothing is on its way': 'es wartet auf Freigabe: unterwegs ist nichts',
  '{what} has ended: nothing of it is on its way': '{what} ist beendet: davon ist nichts unterwegs',
  '{name} asked for it already: it waits for an approver, or is on its way':
    '{name} hat es schon erbeten: es wartet auf Freigabe oder ist unterwegs',
  'the answer was lost ({because}): it is looked up before anything is tried again':
    'die Antwort ging verloren ({because}): bevor etwas noch einmal versucht wird, wird nachgesehen',

  // Parcels at the desk.
  'parcel {number} was put to its case already{by}': 'Paket {number} wurde seinem Fall schon zugeordnet{by}',
  'parcel {number} is not here any more: {how}{by}': 'Paket {number} ist nicht mehr da: {how}{by}',
  'order {name} has no e-mail address: call the customer':
    'die Bestellung {name} hat keine E-Mail-Adresse: rufen Sie an',

  // People, settings, the policy.
  'this person is not of this shop any more: load the page again':
    'diese Person gehört nicht mehr zu diesem Shop: laden Sie die Seite neu',
  'one owner with a Shopify account has to stay: make somebody else an owner first':
    'eine Inhaberin oder ein Inhaber mit Shopify-Konto muss bleiben: geben Sie zuerst jemand anderem diese Rolle',
  'Shopify staff {id} is {name} already: change them instead':
    'das Shopify-Konto {id} hat schon {name}: ändern Sie stattdessen diese Person',
  'Slack account {id} is {name} already: take it from them first':
    'das Slack-Konto {id} hat schon {name}: nehmen Sie es dort zuerst weg',
  'Slack is not connected: connect it first, then name the account':
    'Slack ist nicht verbunden: verbinden Sie es zuerst, dann nennen Sie das Konto',
  'Slack is not connected: connect it first, then set what is told there':
    'Slack ist nicht verbunden: verbinden Sie es zuerst, dann legen Sie fest, was dort gesagt wird',
  'the group is of another workspace': 'die Gruppe gehört zu einem anderen Workspace',
  'somebody else changed a checklist since you looked: look again, then repeat yours':
    'jemand hat inzwischen eine Teileliste geändert: noch einmal ansehen, dann Ihre Änderung wiederholen',
  'somebody else changed the saved views since you looked: look again, then repeat yours':
    'jemand hat inzwischen die gemerkten Ansichten geändert: noch einmal ansehen, dann Ihre Änderung wiederholen',
  'somebody else changed these settings since you looked: load them again, then repeat yours':
    'jemand hat inzwischen diese Einstellungen geändert: neu laden, dann Ihre Änderung wiederholen',
  'there is nothing to change': 'zu ändern gibt es nichts',
  'there is nothing to say': 'zu sagen gibt es nichts',
  'say first which address customers answer to: the test goes there':
    'sagen Sie zuerst, an welche Adresse geantwortet wird: dorthin geht die Probe',
  'there is a view named {name} already: give this one another name':
    'eine Ansicht namens {name} gibt es schon: geben Sie dieser einen anderen Namen',
  'past orders are being read already': 'frühere Bestellungen werden schon eingelesen',
  'the shop has Makegood: nothing of a shop that uses it is removed':
    'der Shop hat Makegood: von einem Shop, der es benutzt, wird nichts entfernt',
  'still missing: {fields}': 'es fehlt noch: {fields}',
  'something changed since this was shown: look at the new amount and confirm again':
    'seit der Anzeige hat sich etwas geändert: sehen Sie den neuen Betrag an und bestätigen Sie noch einmal',
  'this draft was published or discarded meanwhile: load the policy again, then change it':
    'dieser Entwurf wurde inzwischen veröffentlicht oder verworfen: laden Sie die Richtlinie neu, dann ändern Sie sie',
  '{who} since you looked: load it again to see what changed, then repeat yours':
    '{who}, seit Sie hingesehen haben: laden Sie ihn neu, um die Änderung zu sehen, dann wiederholen Sie Ihre',
  '{name} saved the draft': '{name} hat den Entwurf gespeichert',
  'there is no draft any more: nothing is left to discard':
    'einen Entwurf gibt es nicht mehr: zu verwerfen bleibt nichts',
  'there is no draft to publish: change something first':
    'es gibt keinen Entwurf zu veröffentlichen: ändern Sie zuerst etwas',
  'the draft says what version {number} says: change something first':
    'der Entwurf sagt, was Fassung {number} sagt: ändern Sie zuerst etwas',
  'that day has begun: orders of it were judged already. Choose now or a day from tomorrow on':
    'dieser Tag hat schon begonnen: über seine Bestellungen ist schon entschieden. Wählen Sie sofort oder einen Tag ab morgen',
  'that day is more than two years ahead: choose an earlier one':
    'dieser Tag liegt mehr als zwei Jahre voraus: wählen Sie einen früheren',
  'no such version of the policy': 'diese Fassung der Richtlinie gibt es nicht',
  'version {number} was withdrawn already': 'Fassung {number} ist schon zurückgezogen',
  'version {number} has taken over, or is about to: orders are judged by it. Publish another one instead':
    'Fassung {number} gilt schon oder gleich: Bestellungen werden danach beurteilt. Veröffentlichen Sie stattdessen eine neue',

  // Connecting Slack.
  'this way back was used already, or is too old: begin again in the app, with Connect Slack':
    'dieser Rückweg ist schon benutzt oder zu alt: beginnen Sie in der App noch einmal mit „Slack verbinden“',
  'Slack was not allowed: nothing was connected': 'Slack wurde nicht erlaubt: verbunden ist nichts',
  'Slack gave no code': 'Slack gab keinen Code',
  '{team} works for another shop already: disconnect it there first':
    '{team} arbeitet schon für einen anderen Shop: trennen Sie es zuerst dort',
  '{because}: begin again in the app': '{because}: beginnen Sie in der App noch einmal',
};
