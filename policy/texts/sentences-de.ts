import type { SettingName, SettingValues } from '../settings.ts';
import type { SENTENCES_EN } from './sentences-en.ts';

/** Null: the clause says it already. */
type Say<K extends SettingName> = (value: SettingValues[K], all: SettingValues) => string | null;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** After a preposition that takes the dative: "nach 2 Tagen". */
const days = (count: number): string => counted(count, 'Tag', 'Tagen');

/** Whole days where it comes out even. */
const hours = (count: number): string =>
  count >= 48 && count % 24 === 0 ? days(count / 24) : counted(count, 'Stunde', 'Stunden');

const minutes = (count: number): string =>
  count >= 60 && count % 60 === 0 ? hours(count / 60) : counted(count, 'Minute', 'Minuten');

const listed = (words: readonly string[], last: 'und' | 'oder'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

const decimal = (value: number): string => String(value).replace('.', ',');

const CHOICES: Readonly<Record<SettingValues['oos.partial.choices'][number], string>> = {
  'wait-all': 'auf alles warten',
  'ship-rest': 'den Rest jetzt senden lassen',
  'refund-part': 'diesen Teil erstatten lassen',
  'cancel-all': 'die ganze Bestellung stornieren',
};

const CONTACT: Readonly<Record<SettingValues['intake.required'][number], string>> = {
  order_number: 'Bestellnummer',
  email: 'E-Mail-Adresse',
  name: 'Namen',
  phone: 'Telefonnummer',
};

const PHOTOS = {
  'evidence.minPhotos.defective': 'von etwas, das nicht funktioniert',
  'evidence.minPhotos.wrong_item_sent': 'von etwas, das wir falsch gesandt haben',
  'evidence.minPhotos.missing_item': 'davon, dass etwas fehlte',
  'evidence.minPhotos.changed_mind': 'von etwas, das Sie nicht mehr möchten',
  'evidence.minPhotos.customer_ordered_wrong': 'von etwas, das Sie falsch bestellt haben',
  'evidence.minPhotos.refused_delivery': 'von einem Paket, das Sie nicht angenommen haben',
} as const satisfies Partial<Record<SettingName, string>>;

const photos = (_: unknown, all: SettingValues): string => {
  const wanted = (Object.keys(PHOTOS) as (keyof typeof PHOTOS)[])
    .filter((name) => all[name] > 0)
    .map((name) => `${all[name]} ${PHOTOS[name]}`);
  return wanted.length === 0 ? 'Mit der Anfrage müssen Sie keine senden.' : `Mindestens ${listed(wanted, 'und')}.`;
};

const rates = (all: SettingValues): string => {
  const table = Object.entries(all['originalShipping.rates']);
  if (table.length === 0) return 'War der Versand kostenlos, behalten wir ein, was er uns kostet.';
  const each = table.map(
    ([where, amount]) => `${amount.replace('.', ',')} für ${where === '*' ? 'alle anderen Länder' : where}`,
  );
  return `War der Versand kostenlos, behalten wir dafür ein: ${listed(each, 'und')}.`;
};

/** The sentences of `SENTENCES_EN` in German, each null where the English one is. */
export const SENTENCES_DE: { readonly [K in keyof typeof SENTENCES_EN]: Say<K> } = {
  'wrongItemCustomer.carriage': (value) =>
    ({
      charge: 'Das Porto tragen dann Sie.',
      ask: 'Wir sehen jeden Fall an.',
      never: 'Wir berechnen es aber nicht.',
    })[value],
  'evidence.minPhotos.defective': photos,
  'evidence.minPhotos.wrong_item_sent': photos,
  'evidence.minPhotos.missing_item': photos,
  'evidence.minPhotos.changed_mind': photos,
  'evidence.minPhotos.customer_ordered_wrong': photos,
  'evidence.minPhotos.refused_delivery': photos,
  'oos.mailSla': (value) => (value === 0 ? null : `Spätestens nach ${minutes(value)}.`),
  'backorder.responseHours': (value) =>
    value === 0
      ? null
      : `Das ist, wenn Sie es sagen oder wenn wir innerhalb von ${hours(value)} nichts von Ihnen hören.`,
  'oos.partial.choices': (value) =>
    `Betrifft es nur einen Teil der Bestellung, können Sie ${listed(
      value.map((choice) => CHOICES[choice]),
      'oder',
    )}.`,
  'oos.partial.shipping': (value) =>
    ({
      proportional: 'Bei einem Teil geht sein Anteil am Versand zurück.',
      none: 'Bei einem Teil bleibt der Versand, wie er ist.',
      full: 'Auch bei einem Teil geht der ganze Versand zurück.',
    })[value],
  'changeOfMind.windowDays': (value) =>
    value === null
      ? 'Einen letzten Tag dafür gibt es nicht.'
      : value === 0
        ? 'Ist es einmal bei Ihnen, ist es zu spät.'
        : `Das geht bis zu ${days(value)} nach der Zustellung.`,
  'cancel.until': (value) => (value === 'shipped_out' ? null : `Das geht bis zu ${hours(value)} nach der Bestellung.`),
  'shippedOut.event': (value) =>
    ({
      fulfillment_created: 'Versandt ist sie, wenn wir sie zum Versand gegeben haben.',
      label_purchased: 'Versandt ist sie, wenn ihr Etikett gedruckt ist.',
      carrier_scan: 'Versandt ist sie, wenn der Paketdienst sie gescannt hat.',
    })[value],
  'cancel.partialShipping': (value) =>
    value === 'keep'
      ? 'Stornieren Sie einen Teil, bleibt der Versand, wie er ist.'
      : 'Stornieren Sie einen Teil, geht sein Anteil am Versand zurück.',
  'originalShipping.freeOrders': (value, all) =>
    value === 'actual_cost'
      ? 'War der Versand kostenlos, behalten wir ein, was er uns gekostet hat.'
      : value === 'rate_table'
        ? rates(all)
        : 'War der Versand kostenlos, behalten wir dafür nichts ein.',
  restockingFee: (value) =>
    value === 0 ? null : `Wir behalten ${decimal(value)} % von dem ein, was Sie für die Ware bezahlt haben.`,
  'refusal.rtsFee': (value) =>
    value === 'actual'
      ? 'Was der Paketdienst für den Rückweg verlangt, tragen Sie.'
      : 'Der Rückweg kostet Sie dann nichts.',
  'merchantFault.postage': (value) =>
    value === 'merchant' ? 'Das Porto zahlen wir, hin und zurück.' : 'Das Porto zahlen Sie.',
  'remedy.chooser': (value) => (value === 'customer' ? 'Die Wahl haben Sie.' : 'Die Wahl haben wir.'),
  'exchange.scope': (value) =>
    ({
      same_variant: 'Umgetauscht wird in den gleichen Artikel.',
      same_product: 'Umgetauscht wird in das gleiche Produkt, in jeder Größe oder Farbe.',
      any: 'Umgetauscht wird in alles, was wir haben.',
    })[value],
  'rma.validDays': (value) =>
    `Ihre Rücksendenummer gilt ${counted(value, 'Tag', 'Tage')}, gezählt ab dem Tag, nachdem Sie sie bekommen haben.`,
  'deadline.basis': (value) =>
    value === 'received' ? 'Bis dahin muss es bei uns sein.' : 'Bis dahin muss es unterwegs sein, beim Paketdienst.',
  'rmaValidity.appliesTo': (value) =>
    value === 'all' ? 'Das gilt auch für alles andere, das zurückgesandt wird.' : null,
  'warranty.months': (value, all) =>
    value === null
      ? null
      : `Die Garantie läuft ${counted(value, 'Monat', 'Monate')} ab dem Tag ${
          all['warranty.start'] === 'delivery' ? 'der Zustellung' : 'des Versands'
        }.`,
  'misuse.decision': (value) =>
    value === 'after_test' ? 'Ob etwas falsch benutzt wurde, sagen wir erst nach einer Prüfung.' : null,
  'test.slaDays': (value) => (value === 0 ? null : `Das soll höchstens ${counted(value, 'Tag', 'Tage')} dauern.`),
  'test.inconclusive': (value) =>
    value === 'accept'
      ? 'Finden wir keinen Fehler, glauben wir Ihnen.'
      : 'Finden wir keinen Fehler, entscheidet ein Mensch.',
  rejectedGoods: (value, all) =>
    ({
      return_at_customer_cost: 'Was wir nicht annehmen, geht auf Ihre Kosten an Sie zurück.',
      hold: `Was wir nicht annehmen, heben wir ${counted(all['rejectedGoods.holdDays'], 'Tag', 'Tage')} für Sie auf; auf Ihre Kosten senden wir es zurück.`,
      dispose: `Was wir nicht annehmen, wird nach ${days(all['rejectedGoods.holdDays'])} entsorgt.`,
    })[value],
  'label.defective': (value, all) =>
    value === 'customer'
      ? 'Das Rückporto tragen Sie.'
      : all['label.defectiveFee'] === 'deduct'
        ? 'Wir senden Ihnen ein Etikett und ziehen ab, was es kostet.'
        : 'Wir senden Ihnen ein Etikett, kostenlos.',
  'defective.shippingRefund': (value) =>
    value === 'none' ? null : 'Vom ursprünglichen Versand geht aber Ihr Anteil zurück.',
  'intake.required': (value) =>
    value.length === 0
      ? null
      : `Ohne ${listed(
          value.map((field) => CONTACT[field]),
          'und',
        )} können wir nicht beginnen.`,
  missingParts: (value) =>
    ({
      ask: 'Darüber entscheidet ein Mensch.',
      deduct: 'Wir ziehen ab, was sie kosten.',
      refuse: 'Ausnahmen machen wir nicht.',
    })[value],
  unmarkedParcel: (value) =>
    value === 'match_then_process'
      ? 'Wir versuchen herauszufinden, von wem es ist; das dauert länger.'
      : 'Ein Paket ohne Nummer nehmen wir nicht an.',
  returnRisk: (value) =>
    ({
      label_owner: 'Anders ist es, wenn das Etikett von uns war.',
      customer: null,
      merchant: 'Was Sie bezahlt haben, bekommen Sie trotzdem zurück.',
    })[value],
};
