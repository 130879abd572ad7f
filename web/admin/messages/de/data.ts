import type { data as en } from '../en/data.ts';

/** Die Seite über Kundendaten. */
export const data: Readonly<Record<keyof typeof en, string>> = {
  'data.title': 'Kundendaten',
  'data.subtitle': 'Was Makegood über Kunden aufbewahrt und was sie bei Shopify verlangt haben',
  'privacy.title': 'Anfragen zum Datenschutz',
  'privacy.none': 'Niemand hat seine Daten verlangt oder will vergessen werden.',
  'privacy.kind.data-request': 'Ein Kunde verlangt seine Daten',
  'privacy.kind.redact-customer': 'Ein Kunde ist zu vergessen',
  'privacy.kind.redact-shop': 'Der Shop ist zu leeren',
  'privacy.state.received': 'Wird angesehen',
  'privacy.state.ready': 'Bereit zum Herunterladen',
  'privacy.state.waiting': 'Wartet auf offene Fälle',
  'privacy.state.done': 'Erledigt',
  'privacy.received': 'Eingegangen',
  'privacy.due': 'bis',
  'privacy.done': 'Erledigt',
  'privacy.found': 'Bestellungen: {orders}. Fälle: {cases}. Fotos: {photos}.',
  'privacy.waiting': 'Name und Adresse bleiben, bis diese Fälle enden: {cases}.',
  'privacy.download': 'Herunterladen',
  'privacy.downloaded': 'Heruntergeladen',
  'privacy.download.label': 'Herunterladen, was über den Kunden aufbewahrt ist, der am {date} gefragt hat',
  'privacy.download.note': 'Geben Sie die Datei dem Kunden. Dass sie geladen wurde, steht in der Geschichte des Shops.',
  'privacy.owner': 'Wem der Shop gehört, kann sie herunterladen.',
};
