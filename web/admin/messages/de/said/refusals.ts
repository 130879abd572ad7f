import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** Why something can't be done (`web/edge/admin/`, `web/shell/permissions.ts`). */
export const REFUSALS: Said = {
  'Something in the request is not as it should be': 'Etwas an der Anfrage stimmt nicht',
  'The request is not JSON': 'Die Anfrage ist kein JSON',
  'The request is too large': 'Die Anfrage ist zu groß',
  'Not allowed': 'Nicht erlaubt',
  'Somebody else has to decide': 'Jemand anderes muss entscheiden',
  'Not found': 'Nicht gefunden',
  'It has ended': 'Es ist beendet',
  'Not possible in this state': 'In diesem Zustand nicht möglich',
  'The policy says no': 'Die Richtlinie sagt nein',
  'Makegood is not installed in this shop': 'Makegood ist in diesem Shop nicht installiert',
  'It has changed since you looked': 'Seit Ihrem Blick geändert',
  'Something is missing': 'Es fehlt etwas',
  'It can not be done like this': 'So geht es nicht',
  'Too many requests': 'Zu viele Anfragen',
  'Something went wrong': 'Etwas ging schief',
  'Not available at the moment': 'Im Augenblick nicht verfügbar',
  'No connection to Makegood': 'Keine Verbindung zu Makegood',
  'This page works inside Shopify admin': 'Diese Seite arbeitet innerhalb von Shopify Admin',
  'Your session has ended': 'Ihre Sitzung ist beendet',
  'Makegood did not answer as it should': 'Makegood hat nicht geantwortet, wie es sollte',
  'somebody else changed this at the same moment: look again, then repeat it':
    'jemand anderes hat das im selben Augenblick geändert: noch einmal ansehen, dann wiederholen',
  'somebody changed the mails meanwhile: look again, then save':
    'jemand hat die E-Mails inzwischen geändert: noch einmal ansehen, dann speichern',
  'this {what} has changed since you looked (it is at version {version} now): look again, then decide':
    '{what}: seit Ihrem Blick geändert (jetzt Fassung {version}). Noch einmal ansehen, dann entscheiden',
  case: 'Fall',
  refund: 'Erstattung',
  person: 'Person',
  parcel: 'Paket',
  'send at most {size}': 'höchstens {size} senden',
  'this is our fault: try again, and tell support if it stays':
    'das ist unser Fehler: noch einmal versuchen und dem Support sagen, wenn es bleibt',
  '{what}: try again in a moment': '{what}: gleich noch einmal versuchen',
  'no {what} of this shop has this id: it may be a link from another shop, or deleted':
    'unter dieser Nummer hat dieser Shop nichts ({what}): vielleicht ein Link aus einem anderen Shop, oder gelöscht',
  'nothing lives at this address': 'unter dieser Adresse ist nichts',
  'guests and people without a role here may not decide on refunds: ask an owner to give you one':
    'Gäste und Personen ohne Rolle dürfen nicht über Erstattungen entscheiden: bitten Sie eine Inhaberin oder einen Inhaber um eine Rolle',
  'you have no role in this shop yet: ask an owner to give you one':
    'Sie haben in diesem Shop noch keine Rolle: bitten Sie eine Inhaberin oder einen Inhaber darum',
  'deciding on refunds takes an approver, and you are {role}':
    'über Erstattungen entscheidet, wer freigeben darf; Ihre Rolle ist {role}',
  'this takes {roles}, and you are {role}': 'das braucht {roles}; Ihre Rolle ist {role}',
  'owner or approver or agent or warehouse': 'Inhaber, Freigabe, Kundendienst oder Lager',
  'owner or approver or agent': 'Inhaber, Freigabe oder Kundendienst',
  'owner or approver': 'Inhaber oder Freigabe',
  owner: 'Inhaber',
  approver: 'Freigabe',
  'an owner': 'Inhaber',
  'an approver': 'Freigabe',
  'an agent': 'Kundendienst',
  'in the warehouse': 'Lager',
  'this takes an owner of this shop: ask one to try the draft':
    'das dürfen nur Inhaber dieses Shops: bitten Sie darum, den Entwurf zu erproben',
  'connecting Slack takes an owner of the shop': 'Slack verbinden dürfen nur Inhaber des Shops',
  'ask an owner of this shop to change what its mails say':
    'was die E-Mails sagen, ändern nur Inhaber dieses Shops: bitten Sie darum',
  'the language model is set by an owner': 'das Sprachmodell stellen nur Inhaber ein',
  'the audit log takes an owner or an approver: ask one to look it up':
    'das Protokoll sehen nur Inhaber und wer freigeben darf: bitten Sie darum, nachzusehen',
  'ask an owner, an approver or an agent of this shop to try it again':
    'bitten Sie Inhaber, Freigabe oder Kundendienst dieses Shops, es noch einmal zu versuchen',
  'check your connection; the page tries again by itself':
    'prüfen Sie Ihre Verbindung; die Seite versucht es von selbst noch einmal',
  'open your store, choose Apps, then Makegood': 'öffnen Sie Ihren Shop, wählen Sie Apps, dann Makegood',
  'reload the page to sign in again': 'laden Sie die Seite neu, um sich wieder anzumelden',
  'try again in a moment': 'gleich noch einmal versuchen',
  'this is no photo: send a JPEG, PNG, WebP or GIF image': 'das ist kein Foto: senden Sie ein JPEG, PNG, WebP oder GIF',
  'a logo is a PNG or JPEG image of at most 64 KB': 'ein Logo ist ein PNG oder JPEG mit höchstens 64 KB',
  'this case has no return number yet': 'dieser Fall hat noch keine Rücksendenummer',
};
