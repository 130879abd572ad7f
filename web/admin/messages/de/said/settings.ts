import type { Said } from '../../../../../policy/app/said/speaker.ts';

/** What each setting of the policy does, and why its default is what it is (`policy/settings/`). */
export const SETTINGS_SAID: Said = {
  'Until when an order may be cancelled.': 'Bis wann eine Bestellung storniert werden kann.',
  '"as long as you request" knows no age limit': '„as long as you request“ kennt keine Frist',
  'What counts as shipped out.': 'Was als versandt gilt.',
  'Shopify refuses to cancel an order with outstanding fulfilments':
    'Shopify storniert keine Bestellung, deren Versand läuft',
  'What happens to the shipping when a part of an order is cancelled.':
    'Was mit den Versandkosten geschieht, wenn ein Teil einer Bestellung storniert wird.',
  'the rest still has to be shipped, or has been': 'der Rest muss noch versandt werden oder ist es schon',
  'What a customer may choose when only a part of the order is out of stock.':
    'Was gewählt werden kann, wenn nur ein Teil der Bestellung nicht lieferbar ist.',
  'the text promises to ask, and does not narrow the answer':
    'der Text verspricht zu fragen und engt die Antwort nicht ein',
  'How much of the shipping goes back when a part of the order is out of stock.':
    'Wie viel der Versandkosten zurückgeht, wenn ein Teil der Bestellung nicht lieferbar ist.',
  '"full refund" means everything that was paid for what is not delivered':
    '„full refund“ meint alles, was für nicht Geliefertes gezahlt wurde',
  'How long a customer has to answer before an item out of stock is refunded.':
    'Wie lange auf eine Antwort gewartet wird, bevor ein nicht lieferbarer Artikel erstattet wird.',
  'the text says "at once" and gives no number; three days cover a weekend':
    'der Text sagt „sofort“ und nennt keine Zahl; drei Tage decken ein Wochenende',
  'How long a customer who agreed to wait is kept waiting before they are asked again.':
    'Nach welcher Wartezeit noch einmal gefragt wird, wer warten wollte.',
  'nobody agreed to wait for ever; a month is what people remember agreeing to':
    'niemand wollte ewig warten; an einen Monat erinnert man sich',
  'How long a shortage has to last before the customer is told.':
    'Wie lange ein Engpass dauern muss, bevor Bescheid gegeben wird.',
  'stock figures wobble; ten minutes let a correction arrive':
    'Bestandszahlen schwanken; in zehn Minuten kommt eine Berichtigung an',
  'How soon the customer has to be told of a shortage.': 'Wie bald nach einem Engpass Bescheid gegeben sein muss.',
  'the text says "immediately"': 'der Text sagt „sofort“',
  'What has to be known before an RMA is issued.': 'Was bekannt sein muss, bevor eine Rücksendenummer erteilt wird.',
  'the rest "would be appreciated"; the number itself has to reach somebody':
    'das Übrige wäre nur hilfreich; die Nummer selbst muss jemanden erreichen',
  'Pictures needed before a return of {what} gets its RMA.':
    'Fotos, die nötig sind, bevor eine Rücksendung ihre Nummer bekommt: {what}.',
  'something defective': 'etwas Defektes',
  'something we sent by mistake': 'etwas irrtümlich Gesandtes',
  'an order with something missing': 'eine Bestellung, in der etwas fehlt',
  'something no longer wanted': 'etwas nicht mehr Gewünschtes',
  'something ordered by mistake': 'etwas irrtümlich Bestelltes',
  'a refused parcel': 'ein nicht angenommenes Paket',
  'a fault can be seen or shown': 'einen Fehler kann man sehen oder zeigen',
  'one picture shows what it is': 'ein Foto zeigt, was es ist',
  'one picture shows what came': 'ein Foto zeigt, was kam',
  'nothing needs to be shown': 'es muss nichts gezeigt werden',
  'the customer never opened it': 'es wurde nie geöffnet',
  'Days after delivery within which a change of mind is accepted.':
    'Tage nach der Zustellung, in denen man es sich anders überlegen kann.',
  'the text says "immediately" and gives no limit': 'der Text sagt „sofort“ und nennt keine Grenze',
  'How long the warranty lasts.': 'Wie lange die Garantie läuft.',
  'the text names no term, and a term that was never told can’t run out':
    'der Text nennt keine Frist, und eine nie genannte Frist kann nicht ablaufen',
  'When the warranty starts.': 'Wann die Garantie beginnt.',
  'nobody can use goods that are still on their way': 'Ware, die noch unterwegs ist, kann niemand benutzen',
  'Days on the way that are added where the delivery date is unknown.':
    'Tage unterwegs, die dazukommen, wo der Tag der Zustellung unbekannt ist.',
  'without knowing the carrier nothing is added': 'ohne den Paketdienst zu kennen, kommt nichts dazu',
  'How long an RMA is valid, counted from the day after its issue.':
    'Wie lange eine Rücksendenummer gilt, gezählt ab dem Tag nach ihrer Erteilung.',
  'the text says 30 days': 'der Text sagt 30 Tage',
  'Which returns have to be back before the RMA runs out.':
    'Welche Rücksendungen zurück sein müssen, bevor die Nummer abläuft.',
  'the 30 days stand under the heading of defective products':
    'die 30 Tage stehen unter der Überschrift der defekten Produkte',
  'What has to happen before an RMA runs out.': 'Was geschehen sein muss, bevor eine Rücksendenummer abläuft.',
  'elsewhere in the text "returned" means that the goods have arrived':
    'anderswo im Text heißt „returned“, dass die Ware angekommen ist',
  'What happens to a parcel that was sent in time and arrived too late.':
    'Was mit einem Paket geschieht, das rechtzeitig gesandt wurde und zu spät kam.',
  'the text can be read both ways; a doubt goes to a person who may decide for the customer':
    'der Text lässt beides zu; im Zweifel entscheidet ein Mensch, der entgegenkommen darf',
  'Where the days of a deadline are counted.': 'Wo die Tage einer Frist gezählt werden.',
  'the merchant’s own calendar is the one that its people see': 'den eigenen Kalender sehen die eigenen Leute',
  'What happens to a parcel without an RMA number on the outside.':
    'Was mit einem Paket ohne Rücksendenummer außen geschieht.',
  'the text names delay as what follows; a refusal would go further':
    'der Text nennt Verzögerung als Folge; eine Ablehnung ginge weiter',
  'Who bears the loss of a return parcel.': 'Wer den Verlust eines Rücksendepakets trägt.',
  'who chose the carrier can claim from it': 'wer den Paketdienst wählte, kann von ihm fordern',
  'Days after receipt before an unfinished test is brought up.':
    'Tage nach der Ankunft, nach denen an eine offene Prüfung erinnert wird.',
  'the text has no limit; two weeks are what refunds are commonly promised in':
    'der Text hat keine Grenze; zwei Wochen sind für Erstattungen üblich',
  'What happens when the test finds no fault.': 'Was geschieht, wenn die Prüfung keinen Fehler findet.',
  'what was not shown does not count against the customer': 'was nicht gezeigt ist, zählt gegen niemanden',
  'When misuse may be decided.': 'Wann über falschen Gebrauch entschieden werden darf.',
  'the test is there to find out': 'dafür ist die Prüfung da',
  'What happens when original parts are missing from a return.':
    'Was geschieht, wenn in einer Rücksendung Originalteile fehlen.',
  'the text says that it "may" lead to a refusal': 'der Text sagt, dass dann abgelehnt werden „kann“',
  'What a missing original part costs, by its name.': 'Was ein fehlendes Originalteil kostet, nach seinem Namen.',
  'only the merchant knows what a part costs': 'nur der Shop weiß, was ein Teil kostet',
  'What happens to goods that are not accepted.': 'Was mit Ware geschieht, die nicht angenommen wird.',
  'they stay the customer’s; they are kept and offered back':
    'sie gehört weiter der Kundschaft; sie wird aufgehoben und zurück angeboten',
  'How long goods that were not accepted are kept.': 'Wie lange nicht angenommene Ware aufgehoben wird.',
  'the same length as the return itself had': 'so lange, wie die Rücksendung selbst Zeit hatte',
  'Who chooses between exchange and refund when we sent the wrong product.':
    'Wer zwischen Umtausch und Erstattung wählt, wenn wir das Falsche gesandt haben.',
  'it was our mistake': 'es war unser Fehler',
  'What an item may be exchanged for. The same item goes out by itself; anything else a person sends in Shopify, and settles the difference.':
    'Wogegen ein Artikel umgetauscht werden kann. Derselbe Artikel geht von selbst hinaus; alles andere sendet ein Mensch in Shopify und gleicht den Unterschied aus.',
  'the same again is even: nobody owes a difference':
    'dasselbe noch einmal geht auf: niemand schuldet einen Unterschied',
  'Whether a replacement may go out before the goods are back.':
    'Ob Ersatz hinausgehen darf, bevor die Ware zurück ist.',
  'the text sends it after the goods: what leaves before them is an exception that two people answer for':
    'der Text sendet ihn nach der Ware: was vorher geht, ist eine Ausnahme, für die zwei Personen einstehen',
  'Whether a customer who ordered the wrong item pays the carriage.':
    'Ob die Versandkosten trägt, wer das Falsche bestellt hat.',
  'the text says "may need to pay", which leaves it to judgement':
    'der Text sagt „may need to pay“ und lässt es damit offen',
  'What the customer bears as original shipping when the order shipped free.':
    'Was als Hinversand zu tragen ist, wenn die Bestellung versandkostenfrei war.',
  'the text puts the original shipping on the customer, and for a free order that is what we paid':
    'den Hinversand trägt nach dem Text die Kundschaft; bei freiem Versand ist das, was wir gezahlt haben',
  'What shipping a parcel costs us, by country ("*": everywhere else).':
    'Was uns der Versand eines Pakets kostet, nach Land („*“: überall sonst).',
  'only the merchant knows the contract with the carrier': 'nur der Shop kennt den Vertrag mit dem Paketdienst',
  'Fee kept when goods without a defect come back by the customer’s choice.':
    'Gebühr, die einbehalten wird, wenn fehlerfreie Ware auf eigenen Wunsch zurückkommt.',
  'the text does not mention one': 'der Text nennt keine',
  'What the customer bears when the carrier brings a refused parcel back.':
    'Was zu tragen ist, wenn der Paketdienst ein nicht angenommenes Paket zurückbringt.',
  'the text puts the way back on the customer; what is unknown is not made up':
    'den Rückweg trägt nach dem Text die Kundschaft; was unbekannt ist, wird nicht erfunden',
  'Who bears the postage, there and back, when we sent the wrong product.':
    'Wer das Porto hin und zurück trägt, wenn wir das Falsche gesandt haben.',
  'the text is silent, and we answer for our goods (P4)': 'der Text schweigt, und wir stehen für unsere Waren ein (P4)',
  'Whose label brings a defective product back.': 'Mit wessen Etikett ein defektes Produkt zurückkommt.',
  'the text does not refund the return postage of a defective product':
    'der Text erstattet das Rückporto eines defekten Produkts nicht',
  'Whether a label of ours for a defective product is deducted.':
    'Ob ein Etikett von uns für ein defektes Produkt abgezogen wird.',
  'postage is not refunded, but a label that we chose to give is not charged either':
    'Porto wird nicht erstattet, ein von uns gegebenes Etikett aber auch nicht berechnet',
  'How much of the original shipping goes back with a defective product.':
    'Wie viel des Hinversands mit einem defekten Produkt zurückgeht.',
  'the text refunds none': 'der Text erstattet nichts davon',
  'What happens where the law of the country that goods go to gives the customer more.':
    'Was geschieht, wo das Recht des Lieferlandes mehr gibt.',
  'the text is followed, and nobody is left unaware of what the law may require':
    'der Text gilt, und niemand bleibt im Unklaren, was das Recht verlangen kann',
  'When import duties are refunded.': 'Wann Einfuhrabgaben erstattet werden.',
  'duties follow the shipping: who bears the way bears what it cost':
    'Abgaben folgen dem Versand: wer den Weg trägt, trägt, was er gekostet hat',
  'When tips are refunded.': 'Wann Trinkgeld erstattet wird.',
  'a tip was for a service; where nothing or the wrong thing came, it goes back':
    'Trinkgeld galt einem Dienst; kam nichts oder das Falsche, geht es zurück',
  'Which payment a refund goes back to first, where there were several.':
    'Auf welche Zahlung zuerst erstattet wird, wo es mehrere gab.',
  'a gift card always takes money back; a card may have expired':
    'ein Gutschein nimmt immer Geld zurück; eine Karte kann abgelaufen sein',
  'Refunds of a return up to this amount need no approver.':
    'Erstattungen einer Rücksendung bis zu diesem Betrag brauchen keine Freigabe.',
  'money that goes out for a return is looked at by two people until the merchant says otherwise':
    'Geld für eine Rücksendung sehen zwei Personen an, bis der Shop es anders sagt',
  'Refunds above this amount need two different approvers.':
    'Erstattungen über diesem Betrag brauchen zwei verschiedene Freigaben.',
  'a large mistake should need two people to make it': 'für einen großen Fehler sollte es zwei Personen brauchen',
  'How long a refund waits for an approver before the approvers are reminded.':
    'Wie lange eine Erstattung auf Freigabe wartet, bevor erinnert wird.',
  'half a working day: a customer waits for it': 'ein halber Arbeitstag: jemand wartet darauf',
  'How long a refund waits for an approver before every approver and owner is written to.':
    'Wie lange eine Erstattung auf Freigabe wartet, bevor allen geschrieben wird, die freigeben dürfen.',
  'a day without a decision means that nobody feels asked':
    'ein Tag ohne Entscheidung heißt, dass sich niemand gefragt fühlt',
  'collection {id}: {products} added, {removed} removed': 'Kollektion {id}: {products} dazu, {removed} entfernt',
  '1 product': '1 Produkt',
  '{count} products': '{count} Produkte',
  'collection {id}: {added} product(s) added, {removed} removed':
    'Kollektion {id}: {added} Produkt(e) hinzugefügt, {removed} entfernt',
  'How long an approval can be taken back before money moves.':
    'Wie lange eine Freigabe zurückgenommen werden kann, bevor Geld fließt.',
  'long enough to notice a wrong button': 'lang genug, um einen falschen Knopf zu bemerken',
};
