import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Why something does not go on from where it stands (`policy/machines/`). */
export const MACHINES_SAID: Said = {
  "a {what} that is {state} takes no '{event}' (it takes: {events})":
    '{what} im Zustand {state}: „{event}“ geht hier nicht (möglich: {events})',
  'not possible while the {what} is {state}: open it again first':
    '{what} im Zustand {state}: das geht nicht, erst wieder öffnen',
  'not possible while the {what} is {state}': '{what} im Zustand {state}: das geht jetzt nicht',
  "'{event}' needs the stage that the {what} was in before":
    '„{event}“ braucht den Stand, in dem es vorher war ({what})',
  "'{event}' needs {needs}": '„{event}“ braucht: {needs}',
  exchange: 'Umtausch',
  inspection: 'Prüfung',
  nothing: 'nichts',
  'a decided unit, and settings that let it be settled before the others':
    'ein Stück, über das entschieden ist, und Einstellungen, nach denen es vor den anderen abgerechnet wird',
  'a decision that grants it, or a person who overrides with a reason':
    'eine Entscheidung dafür oder einen Menschen, der sich mit Grund darüber hinwegsetzt',
  'a person who looked and found nothing paid, with a reason':
    'einen Menschen, der nachgesehen hat und nichts gezahlt fand, mit Grund',
  'a reason and a second person, other than the first': 'einen Grund und eine zweite Person, nicht die erste',
  'a reference to what was done by hand': 'einen Beleg für das, was von Hand getan wurde',
  'a refund of the same amount, made after the call started':
    'eine Erstattung über denselben Betrag, gemacht nach Beginn des Aufrufs',
  'a second person, other than the first': 'eine zweite Person, nicht die erste',
  'a shortage that outlasts the debounce': 'einen Engpass, der die Wartezeit überdauert',
  'a variant that the settings allow and that is in stock':
    'eine Variante, die die Einstellungen erlauben und die vorrätig ist',
  'an address to write to': 'eine Adresse zum Schreiben',
  'an amount and a case that the settings let through without an approver':
    'einen Betrag und einen Fall, die nach den Einstellungen keine Freigabe brauchen',
  'an amount to deduct': 'einen Betrag, der abgezogen wird',
  'an approver who may, and all approvals that the settings ask for':
    'jemanden, der freigeben darf, und alle Freigaben, die die Einstellungen verlangen',
  'an approver who may, and who did not propose it': 'jemanden, der freigeben darf und es nicht vorgeschlagen hat',
  'an order that is not cancelled and has no open dispute':
    'eine Bestellung, die nicht storniert ist und keine offene Rückbuchung hat',
  'an order that was found, and units that are in no other open RMA':
    'eine gefundene Bestellung und Stücke, die in keiner anderen offenen Rücksendung sind',
  'an order without active returns and without a pending authorization':
    'eine Bestellung ohne laufende Rücksendung und ohne offene Autorisierung',
  'as many photos as the settings ask for, or a reason to do without':
    'so viele Fotos, wie die Einstellungen verlangen, oder einen Grund, darauf zu verzichten',
  'at least one photo': 'mindestens ein Foto',
  'at least one photo, and goods that the policy does not want tested first':
    'mindestens ein Foto und Ware, die nach der Richtlinie nicht zuerst geprüft wird',
  'every unit to be decided': 'eine Entscheidung über jedes Stück',
  'goods that the policy does not want tested (P24 tests defective ones)':
    'Ware, die nach der Richtlinie nicht geprüft wird (P24 prüft defekte)',
  'no open refund or exchange, and a disposition for every unit':
    'keine offene Erstattung, keinen offenen Umtausch und einen Verbleib für jedes Stück',
  "our sum and Shopify's suggestion to be the same": 'dieselbe Summe bei uns und bei Shopify',
  'that nobody consented earlier': 'dass vorher niemand zugestimmt hat',
  'that nothing was executed yet': 'dass noch nichts ausgeführt ist',
  'that nothing was received yet': 'dass noch nichts angekommen ist',
  'that there was no appeal before': 'dass es vorher keinen Einspruch gab',
  'the clause it rests on and the person who decides': 'die Klausel, auf der es ruht, und wer entscheidet',
  "the customer's valid link, or an agent's note of what was said":
    'den gültigen Link der Kundschaft oder eine Notiz des Kundendienstes, was gesagt wurde',
  'the id of the refund': 'die Nummer der Erstattung',
  'the id of the refund, or an authorization that was voided':
    'die Nummer der Erstattung oder eine aufgehobene Autorisierung',
  'the order read again under a lock, enough left to refund, and no open dispute':
    'die Bestellung, frisch gelesen, mit genug zu erstatten und ohne offene Rückbuchung',
  "the order's time of cancellation": 'den Zeitpunkt der Stornierung',
  'the troubleshooting checklist to be done, or a safety hazard':
    'die erledigte Liste der Fehlersuche oder eine Gefahr',
  '{count} empty looks, an order that did not change, and a key younger than {hours} h':
    '{count} vergebliche Blicke, eine unveränderte Bestellung und einen Schlüssel, jünger als {hours} Std.',
};
