import type { model as en } from '../en/model.ts';

/** Das Sprachmodell, das gesetzt werden kann, auf der Seite der Einstellungen. */
export const model: Readonly<Record<keyof typeof en, string>> = {
  'model.title': 'Sprachmodell',
  'model.help':
    'Nicht nötig. Liest, was Mitarbeitende in Slack schreiben, wo Makegoods eigene Grammatik es nicht versteht. Es kann nur vorschlagen; ein Mensch bestätigt, und die Richtlinie entscheidet wie immer. Was geschrieben wird, geht an die Adresse unten.',
  'model.none': 'Keines ist gesetzt: nichts wird irgendwohin gesandt.',
  'model.set': 'Ein Modell einrichten',
  'model.address': 'Adresse',
  'model.address.help':
    'Eines Endpunkts, der wie die Chat Completions von OpenAI antwortet, z. B. https://api.example.com/v1',
  'model.name': 'Modell',
  'model.key': 'Schlüssel',
  'model.key.help': 'Wird verschlüsselt aufbewahrt und nie wieder gezeigt.',
  'model.key.kept':
    'Ein Schlüssel ist aufbewahrt. Leer lassen, um ihn zu behalten; eine andere Adresse braucht einen eigenen.',
  'model.month': 'Token im Monat',
  'model.month.help':
    'In diesem Monat verbraucht: {spent}. Ein Kalendermonat in der Zeitzone des Shops; darüber antwortet die Grammatik allein.',
  'model.day': 'Davon an einem Tag',
  'model.day.help':
    'Heute verbraucht: {spent}. Damit ein schlechter Tag nicht den Monat verbraucht; leer: keine eigene Grenze.',
  'model.enabled': 'Das Modell fragen',
  'model.save': 'Speichern',
  'model.saved': 'Sprachmodell gespeichert',
  'model.remove': 'Entfernen und seinen Schlüssel löschen',
  'model.removed': 'Sprachmodell entfernt',
  'model.log': 'Was es gefragt wurde',
  'model.log.none': 'Noch nichts.',
  'model.log.at': 'Wann',
  'model.log.text': 'Text',
  'model.log.outcome': 'Ergebnis',
  'model.log.tokens': 'Token',
  'model-outcome.proposed': 'Vorgeschlagen',
  'model-outcome.nothing': 'Nichts gesagt',
  'model-outcome.refused': 'Nicht übernommen',
  'model-outcome.failed': 'Fehlgeschlagen',
  'model-outcome.over-budget': 'Über dem Budget',
};
