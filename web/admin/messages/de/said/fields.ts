import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** What is wrong with something that was sent (`web/edge/admin/`, the schemas, `PolicyError`). */
export const FIELDS_SAID: Said = {
  // What a sender's domain has to say.
  'SPF (TXT): your mail provider names the include': 'SPF (TXT): das include nennt Ihr Mail-Anbieter',
  'DKIM (TXT or CNAME): your mail provider gives selector and key':
    'DKIM (TXT oder CNAME): Selektor und Schlüssel gibt Ihr Mail-Anbieter',
  'DMARC (TXT): begin with p=none, read the reports, then tighten it':
    'DMARC (TXT): mit p=none beginnen, die Berichte lesen, dann verschärfen',
  // The admin API.
  'a model needs its key': 'ein Modell braucht seinen Schlüssel',
  'another address needs its key': 'eine andere Adresse braucht ihren Schlüssel',
  'idempotency-key must be 8 to 100 printable characters, e.g. a UUID':
    'idempotency-key muss 8 bis 100 druckbare Zeichen haben, z. B. eine UUID',
  'at most {most} photos go with one step: take some away':
    'höchstens {most} Fotos gehören zu einem Schritt: nehmen Sie einige weg',
  'one of the photos is not here any more: add it again': 'eines der Fotos ist nicht mehr da: fügen Sie es neu hinzu',
  'only a data request has something to download': 'nur bei einer Auskunft gibt es etwas herunterzuladen',
  'open Makegood from Apps in Shopify admin: that installs it':
    'öffnen Sie Makegood in Shopify Admin unter Apps: das installiert es',
  'open Makegood from Apps: that installs it': 'öffnen Sie Makegood unter Apps: das installiert es',
  'say which {what} you saw: If-Match: "<version>", or If-None-Match: *':
    'sagen Sie, welchen Stand Sie sahen ({what}): If-Match: „<version>“ oder If-None-Match: *',
  'a text holds a character that can not be kept (NUL or half a character): type it anew':
    'ein Text enthält ein Zeichen, das nicht aufbewahrt werden kann (NUL oder ein halbes Zeichen): tippen Sie ihn neu',
  'expected a day from 1970 to 2999': 'erwartet wird ein Tag von 1970 bis 2999',
  'send a JSON body with content-type application/json': 'senden Sie JSON mit Content-Type application/json',
  'the body can not be read as JSON: send application/json in UTF-8':
    'das lässt sich nicht als JSON lesen: senden Sie application/json in UTF-8',
  'the draft was published meanwhile: load the policy again':
    'der Entwurf wurde inzwischen veröffentlicht: laden Sie die Richtlinie neu',
  'the request can not be read': 'die Anfrage lässt sich nicht lesen',
  'there is no draft to try: change something first': 'es gibt keinen Entwurf zu erproben: ändern Sie zuerst etwas',
  'there is no such address: somebody may have taken it off the list':
    'diese Adresse gibt es nicht: vielleicht hat sie jemand von der Liste genommen',
  'there is no such mail': 'diese E-Mail gibt es nicht',
  'there is no {method} {address} in this API': '{method} {address} gibt es in dieser API nicht',
  'there is no {method} {address}{more} in this API': '{method} {address}{more} gibt es in dieser API nicht',
  'this case has nothing to say in this mail: {because}': 'dieser Fall hat in dieser E-Mail nichts zu sagen: {because}',
  'this installation has no Slack app: set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET':
    'diese Installation hat keine Slack-App: SLACK_CLIENT_ID und SLACK_CLIENT_SECRET setzen',
  'wait {seconds} s, then try again': '{seconds} s warten, dann noch einmal versuchen',
  'whom it is about is not known any more: Shopify’s 30 days are over':
    'um wen es geht, ist nicht mehr bekannt: Shopifys 30 Tage sind vorbei',

  // What a field has to be.
  'an address that begins with https://': 'eine Adresse, die mit https:// beginnt',
  "expected a channel's id like C0RETURNS": 'erwartet wird die Nummer eines Kanals wie C0RETURNS',
  'expected a colour like #1a73e8': 'erwartet wird eine Farbe wie #1a73e8',
  "expected a member's id like U012ABCDEF": 'erwartet wird die Nummer eines Mitglieds wie U012ABCDEF',
  'expected a shop domain like demo.myshopify.com': 'erwartet wird die Domain eines Shops wie demo.myshopify.com',
  'expected an IANA time zone like "Europe/Berlin"': 'erwartet wird eine Zeitzone wie „Europe/Berlin“',
  'expected an ISO 3166 country like "DE"': 'erwartet wird ein Land wie „DE“',
  'expected an address like Demo <returns@example.com>': 'erwartet wird eine Adresse wie Demo <returns@example.com>',
  'expected an address like help@example.com': 'erwartet wird eine Adresse wie help@example.com',
  'expected an amount like "500.00"': 'erwartet wird ein Betrag wie „500.00“',
  "expected the digits of a staff member's id": 'erwartet werden die Ziffern eines Shopify-Kontos',
  "expected the digits of an order's id": 'erwartet werden die Ziffern einer Bestellung',
  'expected a date like 2026-12-01': 'erwartet wird ein Datum wie 2026-12-01',
  'name at least one line': 'nennen Sie mindestens eine Zeile',
  'one line, please': 'bitte nur eine Zeile',
  'say where the payment can be looked up': 'sagen Sie, wo die Zahlung nachzusehen ist',
  'say who it is': 'sagen Sie, wer es ist',
  'say why': 'sagen Sie, warum',
  'say why, so that others can follow': 'sagen Sie warum, damit andere es nachvollziehen',
  'say why, so that the agent and the customer can be told':
    'sagen Sie warum, damit Kundendienst und Kundschaft es erfahren',
  'too light to be read on white: its contrast has to be 4.5 : 1 or more':
    'zu hell, um auf Weiß lesbar zu sein: der Kontrast muss mindestens 4,5 : 1 sein',
  'write something first': 'schreiben Sie zuerst etwas',
  'Invalid input: expected {type}, received undefined': 'fehlt: erwartet wird {type}',
  'Invalid input: expected {type}, received {other}': 'erwartet wird {type}, nicht {other}',
  'Invalid input: expected {value}': 'erwartet wird {value}',
  'Invalid discriminator value. Expected {values}': 'erwartet wird eines von {values}',
  'Invalid string: {because}': 'so kann dieser Text nicht sein: {because}',
  'must match pattern {pattern}': 'er muss auf {pattern} passen',
  'must start with {start}': 'er muss mit {start} beginnen',
  'Invalid input': 'das ist nicht möglich',
  'Invalid option: expected one of {options}': 'erwartet wird eines von {options}',
  'Invalid email address': 'das ist keine E-Mail-Adresse',
  'Invalid URL': 'das ist keine Adresse im Netz',
  'Invalid UUID': 'das ist keine gültige Nummer',
  'Invalid ISO {what}': 'das ist kein Zeitpunkt ({what})',
  'Unrecognized key: {key}': 'unbekannt: {key}',
  'Unrecognized keys: {keys}': 'unbekannt: {keys}',
  'Too big: expected {type} to have <={most} {unit}': 'zu lang: höchstens {most} {unit} ({type})',
  'Too small: expected {type} to have >={least} {unit}': 'zu kurz: mindestens {least} {unit} ({type})',
  'Too big: expected {type} to be <={most}': 'zu groß: höchstens {most} ({type})',
  'Too small: expected {type} to be >={least}': 'zu klein: mindestens {least} ({type})',
  'Too small: expected {type} to be >{least}': 'zu klein: mehr als {least} ({type})',
  'Too big: expected {type} to be <{most}': 'zu groß: weniger als {most} ({type})',
  characters: 'Zeichen',
  items: 'Einträge',
  string: 'Text',
  number: 'Zahl',
  int: 'ganze Zahl',
  boolean: 'ja oder nein',
  array: 'Liste',

  // A question that can't be asked, settings that can't be.
  '`{field}` is missing': '`{field}` fehlt',
  '`{field}` has more than one read brings; read the rest first':
    '`{field}` hat mehr, als ein Lesen bringt; erst den Rest lesen',
  '`{field}` is missing from the order; ask Shopify for it':
    '`{field}` fehlt in der Bestellung; fragen Sie Shopify danach',
  'a parcel can’t be both lost and received': 'ein Paket kann nicht verloren und angekommen sein',
  'amount is too large: {value}': 'der Betrag ist zu groß: {value}',
  'amounts in {currency} have {digits} decimals, got {value}':
    'Beträge in {currency} haben {digits} Nachkommastellen, hier steht {value}',
  "can't add {one} to {other}": '{one} und {other} lassen sich nicht addieren',
  "can't split by {value}: amounts and weights are whole and not negative":
    'nach {value} lässt sich nicht teilen: Beträge und Anteile sind ganz und nicht negativ',
  'expected a country like "{country}", got {value}': 'erwartet wird ein Land wie „{country}“, hier steht {value}',
  'expected a currency like "USD", got {value}': 'erwartet wird eine Währung wie „USD“, hier steht {value}',
  "expected a list of products' ids in digits": 'erwartet wird eine Liste von Produkten in Ziffern',
  'a country like "DE"': 'ein Land wie „DE“',
  "the digits of a product's id": 'die Ziffern eines Produkts',
  "the digits of a collection's id": 'die Ziffern einer Kollektion',
  'expected a whole number from 1, got {value}': 'erwartet wird eine ganze Zahl ab 1, hier steht {value}',
  'expected an IANA time zone like "Europe/Berlin", got {value}':
    'erwartet wird eine Zeitzone wie „Europe/Berlin“, hier steht {value}',
  'expected an amount in {currency}, got {value}': 'erwartet wird ein Betrag in {currency}, hier steht {value}',
  'expected an amount like "12.30", got {value}': 'erwartet wird ein Betrag wie „12.30“, hier steht {value}',
  'expected an existing instant like "2026-11-22T10:00:00-05:00", got {value}':
    'erwartet wird ein Zeitpunkt wie „2026-11-22T10:00:00-05:00“, hier steht {value}',
  'expected an object, got {value}': 'erwartet wird ein Objekt, hier steht {value}',
  'expected at least one line': 'erwartet wird mindestens eine Zeile',
  'expected cancel, stock-out, return or settle, got {value}':
    'erwartet wird cancel, stock-out, return oder settle, hier steht {value}',
  'expected no negative amount, got {value}': 'erwartet wird kein negativer Betrag, hier steht {value}',
  'expected one of {values}, got {value}': 'erwartet wird eines von {values}, hier steht {value}',
  'expected one whole JSON value; the text is cut off or malformed':
    'erwartet wird ein ganzer JSON-Wert; der Text ist abgeschnitten oder fehlerhaft',
  'expected whole minor units of {currency}, got {value}':
    'erwartet werden ganze kleinste Einheiten von {currency}, hier steht {value}',
  'expected {what}, got {value}': 'erwartet wird {what}, hier steht {value}',
  'a whole number': 'eine ganze Zahl',
  'a whole number from 0': 'eine ganze Zahl ab 0',
  'an id (read JSON with `parseJson`, so that large ones stay exact)':
    'eine Nummer (JSON mit `parseJson` lesen, damit große genau bleiben)',
  'an id of digits': 'eine Nummer aus Ziffern',
  'an object': 'ein Objekt',
  'true or false': 'true oder false',
  'handed over after it was received': 'nach der Ankunft übergeben',
  'line {id} is not in this return': 'die Zeile {id} ist nicht in dieser Rücksendung',
  'line {id} is not of this order': 'die Zeile {id} ist nicht von dieser Bestellung',
  'more units are left ({left}) than were ordered ({ordered})':
    'es sind mehr Stück übrig ({left}), als bestellt wurden ({ordered})',
  "setting `{name}` can't be {value}; allowed: {allowed}":
    'die Einstellung `{name}` kann nicht {value} sein; erlaubt: {allowed}',
  "setting `{name}` can't differ by {what}; set it for the shop":
    'die Einstellung `{name}` lässt sich nicht nach {what} unterscheiden; legen Sie sie für den Shop fest',
  'the discount is larger than the price of line {id}': 'der Rabatt ist größer als der Preis der Zeile {id}',
  'the discount is larger than the price of the shipping': 'der Rabatt ist größer als der Preis des Versands',
  'the order has no line items': 'die Bestellung hat keine Zeilen',
  'the order is partly paid and tells neither its payments nor what is outstanding':
    'die Bestellung ist teilweise bezahlt und nennt weder Zahlungen noch, was offen ist',
  'the order is {state} and tells of no refund: ask Shopify for them':
    'die Bestellung ist {state} und nennt keine Erstattung: fragen Sie Shopify danach',
  'unknown field {name}{more}': 'unbekanntes Feld {name}{more}',
  'unknown setting `{name}`{more}': 'unbekannte Einstellung `{name}`{more}',
  '; did you mean `{name}`?': '; ist `{name}` gemeint?',
  '; see the list of settings': '; siehe die Liste der Einstellungen',
  '{asked} asked for, {left} there; {more}': '{asked} gewünscht, {left} da; {more}',
  'ask for no more than is left': 'fragen Sie nach nicht mehr, als übrig ist',
  'the rest has not shipped: cancel it instead': 'der Rest ist nicht versandt: stornieren Sie ihn stattdessen',
  '{inspected} inspected, {count} in this return': '{inspected} geprüft, {count} in dieser Rücksendung',
  '{at} lies after the time of asking': '{at} liegt nach dem Zeitpunkt der Frage',
};
