import type { MAIL_EN } from './mail-en.ts';

/** The same in German, addressed as shops in Germany, Austria and Switzerland do. */
export const MAIL_DE: Readonly<Record<keyof typeof MAIL_EN, string>> = {
  'greeting.name': 'Guten Tag {name},',
  'greeting.nobody': 'Guten Tag,',
  footer: 'Fragen? Antworten Sie auf diese E-Mail oder schreiben Sie an {email}.',
  'footer.no-address': 'Fragen? Antworten Sie auf diese E-Mail.',
  'heading.policy': 'Unsere Bedingungen',
  'heading.back': 'Was Sie zurückbekommen',
  'heading.expect': 'Was Sie zurückerwarten können',
  'label.rma': 'Rücksendenummer (RMA)',
  'label.due': 'Muss hier sein bis',
  'label.due.sent': 'Muss abgesandt sein bis',
  'label.answer-by': 'Bitte antworten bis',
  'label.case': 'Vorgang',
  'label.expected': 'Voraussichtlich am',
  'label.tracking': 'Sendungsnummer',
  'label.carrier': 'Paketdienst',
  'label.site': 'Sendungsverfolgung',
  'note.another-way':
    'Es konnte nicht auf Ihrem ursprünglichen Zahlungsweg zurückgehen, deshalb haben wir es anders gezahlt. Antworten Sie auf diese Mail, wenn es nicht angekommen ist.',
  'note.bank':
    'Es geht dorthin zurück, woher Sie gezahlt haben. Bei den meisten Banken ist es in 5 bis 10 Tagen zu sehen.',
  'note.page': 'Beide öffnen eine Seite, auf der Sie bestätigen: Durch das Öffnen geschieht nichts.',
  'note.nothing-to-do': 'Sie müssen nichts tun.',
  'note.object':
    'Wenn Sie meinen, dass wir uns irren, oder wenn wir etwas nicht wissen, antworten Sie bitte auf diese E-Mail. Ein Mensch liest sie.',
  'date.end-of-day': '{date}, bis zum Ende des Tages ({zone})',
  'date.time': '{date}, {time} Uhr ({zone})',
  'amounts.items': 'Artikel',
  'amounts.tax': 'Steuer',
  'amounts.shipping': 'Versand',
  'amounts.duties': 'Zoll',
  'amounts.tips': 'Trinkgeld',
  'amounts.refund': 'Erstattung',
  'amounts.if-accepted': 'Wenn alles angenommen wird',
  'deduction.original shipping of a free order': 'Versandkosten der versandkostenfreien Bestellung',
  'deduction.restocking fee': 'Wiedereinlagerung',
  'deduction.missing parts': 'Fehlende Teile',
  'deduction.return label': 'Rücksendeetikett',
  'deduction.the way back of a refused parcel': 'Rückweg eines nicht angenommenen Pakets',
  'deduction.limited to what is left to refund': 'Begrenzt auf das, was noch zu erstatten ist',
  'deduction.as-far': '{label}, soweit es reicht',

  'request-received.subject': 'Ihre Anfrage zur Bestellung {order} ist da (Vorgang {case})',
  'request-received.preview': 'Ein Mensch sieht sie an, und wir schreiben Ihnen.',
  'request-received.title': 'Ihre Anfrage ist angekommen',
  'request-received.intro': 'Danke für Ihre Nachricht. Ihre Anfrage zur Bestellung {order} ist Vorgang {case}.',
  'request-received.next':
    'Wir sehen sie an und schreiben Ihnen unsere Antwort, spätestens bis {date}. Bitte senden Sie nichts zurück, bevor Sie eine Rücksendenummer von uns haben.',
  'request-received.see': 'Stand ansehen',
  'request-received.withdraw': 'Zurückziehen',

  'photos-wanted.subject': 'Bitte Fotos zur Bestellung {order} senden (Vorgang {case})',
  'photos-wanted.preview': 'Dann können wir Ihre Anfrage beantworten.',
  'photos-wanted.title': 'Bitte senden Sie uns Fotos',
  'photos-wanted.intro':
    'Ihre Anfrage zur Bestellung {order} ist Vorgang {case}. Für unsere Antwort brauchen wir Fotos von dem, was Sie bekommen haben, mindestens {count}:',
  'photos-wanted.how':
    'Zeigen Sie das ganze Produkt, was daran nicht stimmt, und das Etikett oder die Seriennummer. Ein Handyfoto genügt; den Ort der Aufnahme entfernen wir, bevor wir es aufheben.',
  'photos-wanted.send': 'Fotos senden',
  'photos-wanted.by-mail': 'Sie können sie auch als Anhang einer Antwort auf diese E-Mail senden.',
  'photos-wanted.by':
    'Bitte senden Sie sie bis {date}. Sobald sie hier sind, sehen wir Ihre Anfrage an und schreiben Ihnen; ohne sie können wir nicht weitermachen.',

  'photos-reminder.subject': 'Fotos zur Bestellung {order} fehlen noch (Vorgang {case})',
  'photos-reminder.preview': 'Bitte senden Sie sie bis {date}.',
  'photos-reminder.title': 'Uns fehlen noch Ihre Fotos',
  'photos-reminder.intro':
    'Ohne Fotos können wir Ihre Anfrage zur Bestellung {order} (Vorgang {case}) nicht beantworten. Sobald sie hier sind, sehen wir sie an und schreiben Ihnen.',

  'troubleshooting.subject': 'Versuchen wir, es zu lösen: Bestellung {order} (Vorgang {case})',
  'troubleshooting.preview': 'Ein paar Schritte, die oft helfen.',
  'troubleshooting.title': 'Versuchen wir zuerst, es zu lösen',
  'troubleshooting.intro':
    'Bevor Sie etwas zurücksenden, versuchen Sie bitte diese Schritte mit Ihrer Ware aus der Bestellung {order}:',
  'troubleshooting.step-1':
    'Lesen Sie „Erste Schritte“ in den beiliegenden Unterlagen und prüfen Sie, ob alles wie gezeigt angeschlossen ist.',
  'troubleshooting.step-2': 'Laden Sie es ganz auf, oder nehmen Sie eine andere Steckdose und ein anderes Kabel.',
  'troubleshooting.step-3': 'Schalten Sie es aus, warten Sie eine Minute und schalten Sie es wieder ein.',
  'troubleshooting.step-4': 'Setzen Sie es zurück, wie es in den Unterlagen steht, und versuchen Sie es noch einmal.',
  'troubleshooting.danger':
    'Ist es heiß, riecht es, oder ist etwas aufgebrochen? Versuchen Sie nichts, sondern schreiben Sie uns sofort.',
  'troubleshooting.ask':
    'Hat es geholfen? Wenn nicht, machen wir mit Ihrer Rücksendung weiter, sobald Sie es uns sagen.',
  'troubleshooting.solved': 'Es geht jetzt',
  'troubleshooting.not-solved': 'Es geht immer noch nicht',
  'troubleshooting.by-mail': 'Antworten Sie auf diese E-Mail mit „Es geht jetzt“ oder „Es geht immer noch nicht“.',

  'solved.subject': 'Schön, dass es geht: Bestellung {order}',
  'solved.preview': 'Wir haben Vorgang {case} geschlossen.',
  'solved.title': 'Schön, dass es wieder geht',
  'solved.intro':
    'Sie haben uns mitgeteilt, dass die Sache mit der Bestellung {order} gelöst ist. Vorgang {case} ist damit geschlossen; nichts wird zurückgesandt und nichts erstattet.',
  'solved.again':
    'Wenn es wieder auftritt, antworten Sie auf diese E-Mail: Wir machen dort weiter, wo wir aufgehört haben.',

  'cancelled.subject': 'Storniert: Bestellung {order}',
  'cancelled.subject.part': 'Storniert: ein Teil der Bestellung {order}',
  'cancelled.preview.refund': 'Ihre Erstattung ist unterwegs.',
  'cancelled.preview.nothing': 'Es wird nichts berechnet.',
  'cancelled.title': 'Ihre Bestellung ist storniert',
  'cancelled.title.part': 'Ein Teil Ihrer Bestellung ist storniert',
  'cancelled.asked': 'Wie gewünscht haben wir die Bestellung {order} storniert. Sie war noch nicht versandt.',
  'cancelled.asked.part':
    'Wie gewünscht haben wir einen Teil der Bestellung {order} storniert. Er war noch nicht versandt.',
  'cancelled.out-of-stock': 'Es tut uns leid: Wir können die Bestellung {order} nicht liefern und haben sie storniert.',
  'cancelled.out-of-stock.part':
    'Es tut uns leid: Einen Teil der Bestellung {order} können wir nicht liefern und haben ihn storniert.',
  'cancelled.rest': 'Alles andere in Ihrer Bestellung bleibt, wie es ist.',
  'cancelled.nothing-taken':
    'Dafür wurde nichts abgebucht, es ist also nichts zurückzuzahlen; eine Reservierung auf Ihrer Karte wird freigegeben.',

  'too-late.subject': 'Bestellung {order} ist schon versandt',
  'too-late.preview': 'Sie kann nicht mehr storniert werden, aber Sie können sie zurücksenden.',
  'too-late.title': 'Ihre Bestellung war schon unterwegs',
  'too-late.intro':
    'Sie haben uns gebeten, die Bestellung {order} zu stornieren. Sie war da schon versandt und kann nicht mehr storniert werden. Zurücksenden können Sie sie trotzdem:',
  'too-late.refuse': 'Nehmen Sie das Paket nicht an, wenn es gebracht wird: Es kommt dann von selbst zu uns zurück.',
  'too-late.rma':
    'Oder lassen Sie es geschlossen und antworten Sie auf diese E-Mail: Wir senden Ihnen eine Rücksendenummer und sagen Ihnen, wohin damit.',
  'too-late.heading': 'Was Sie zurückbekämen',
  'too-late.up-to':
    'Bis zu {amount}, abzüglich dessen, was uns der Versand gekostet hat. Den genauen Betrag nennen wir Ihnen, bevor Sie etwas senden.',

  'out-of-stock.subject': 'Nicht lieferbar: Bestellung {order}',
  'out-of-stock.subject.again': 'Noch nicht lieferbar: Möchten Sie warten? Bestellung {order}',
  'out-of-stock.preview': 'Bitte sagen Sie uns: Möchten Sie warten oder Ihr Geld zurück?',
  'out-of-stock.title': 'Es tut uns leid: nicht lieferbar',
  'out-of-stock.title.again': 'Es dauert länger als gedacht',
  'out-of-stock.intro': 'Seit Ihrer Bestellung {order} ist dies ausgegangen:',
  'out-of-stock.intro.again':
    'Sie wollten auf Folgendes aus der Bestellung {order} warten. Es ist noch nicht lieferbar, darum fragen wir Sie noch einmal:',
  'out-of-stock.rest': 'Alles andere in Ihrer Bestellung ist lieferbar.',
  'out-of-stock.ask': 'Was möchten Sie?',
  'out-of-stock.wait': 'Ich warte',
  'out-of-stock.refund': 'Geld zurück',
  'out-of-stock.by-mail': 'Antworten Sie auf diese E-Mail mit „Ich warte“ oder „Geld zurück“.',
  'out-of-stock.silence':
    'Ohne Antwort bis {date} erstatten wir voll, was wir nicht liefern können. Dafür müssen Sie nichts tun.',
  'out-of-stock.unknown-date': 'Wann es wieder da ist, wissen wir noch nicht.',
  'backorder-reminder.subject': 'Möchten Sie warten? Bestellung {order}',
  'backorder-reminder.preview': 'Bitte sagen Sie es uns bis {date}.',
  'backorder-reminder.title': 'Wir haben noch nichts von Ihnen gehört',
  'backorder-reminder.intro': 'Folgendes aus der Bestellung {order} ist noch nicht lieferbar:',
  'backorder-waiting.subject': 'Danke fürs Warten: Bestellung {order}',
  'backorder-waiting.preview': 'Es geht auf den Weg, sobald es wieder da ist.',
  'backorder-waiting.title': 'Danke fürs Warten',
  'backorder-waiting.intro': 'Sie haben uns gesagt, dass Sie auf Folgendes aus der Bestellung {order} warten:',
  'backorder-waiting.next':
    'Sie zahlen dafür nichts weiter. Wir schreiben Ihnen, wenn es unterwegs ist; wenn es länger dauert als gedacht, fragen wir Sie noch einmal.',
  'backorder-waiting.whole': 'Der Rest Ihrer Bestellung wartet mit, und alles kommt zusammen.',
  'backorder-waiting.part': 'Alles andere in Ihrer Bestellung senden wir, ohne darauf zu warten.',
  'backorder-waiting.change': 'Anders überlegt? Solange es nicht versandt ist, bekommen Sie Ihr Geld zurück:',
  'backorder-waiting.change-by-mail': 'Anders überlegt? Antworten Sie auf diese E-Mail, und wir erstatten es.',
  'backorder-new-date.subject': 'Ein Termin für die Bestellung {order}',
  'backorder-new-date.preview': 'Es gibt Neues zu Ihrer Bestellung.',
  'backorder-new-date.title': 'Es gibt einen Termin',
  'backorder-new-date.intro': 'Wir wissen jetzt, wann Folgendes aus der Bestellung {order} wieder da ist:',
  'backorder-new-date.next':
    'Sie müssen nichts tun. Wenn Sie uns noch nicht gesagt haben, was Sie möchten: Die Knöpfe in unserer früheren E-Mail gelten weiter.',
  'backorder-ships.subject': 'Wieder da: Bestellung {order} ist auf dem Weg zu Ihnen',
  'backorder-ships.preview': 'Es ist wieder da, und wir senden es.',
  'backorder-ships.title': 'Gute Nachricht: Es ist wieder da',
  'backorder-ships.waited':
    'Danke fürs Warten. Folgendes aus der Bestellung {order} ist wieder da, und wir senden es jetzt:',
  'backorder-ships.found':
    'Wir hatten geschrieben, dass Folgendes aus der Bestellung {order} nicht lieferbar ist. Es ist wieder da, und wir senden es jetzt:',
  'backorder-discontinued.subject': 'Es tut uns leid: Die Bestellung {order} können wir so nicht liefern',
  'backorder-discontinued.preview': 'Sie bekommen Ihr Geld zurück und müssen nichts tun.',
  'backorder-discontinued.title': 'Es tut uns leid: Es ist nicht mehr zu haben',
  'backorder-discontinued.intro':
    'Wir hatten gehofft, Ihnen Folgendes aus der Bestellung {order} noch senden zu können. Jetzt wissen wir, dass es nicht mehr zu haben ist:',
  'backorder-discontinued.next':
    'Sie bekommen alles zurück, was Sie dafür gezahlt haben. Sie müssen nichts tun; wir schreiben Ihnen, sobald das Geld unterwegs ist.',
  'backorder-discontinued.sorry': 'Wir bitten um Entschuldigung, dass Sie vergeblich gewartet haben.',

  'rma-issued.subject': 'Ihre Rücksendenummer {rma} für die Bestellung {order}',
  'rma-issued.preview': 'Schreiben Sie {rma} außen auf das Paket.',
  'rma-issued.title': 'Ihre Rücksendung ist genehmigt',
  'rma-issued.intro':
    'Das ist Ihre Rücksendenummer für die Bestellung {order}. Bitte nennen Sie sie, wann immer Sie uns zu dieser Rücksendung schreiben.',
  'rma-issued.late':
    'Bitte rechnen Sie die Laufzeit des Pakets ein: Nach diesem Tag gibt es weder Ersatz noch Erstattung.',
  'rma-issued.late.sent':
    'Bis dahin muss der Paketdienst es haben: Bitte heben Sie den Beleg auf, auf dem der Tag steht. Nach diesem Tag gibt es weder Ersatz noch Erstattung.',
  'rma-issued.to': 'Senden Sie es an',
  'rma-issued.to.ask': 'Bitte fragen Sie uns nach der Anschrift, bevor Sie es senden: Antworten Sie auf diese E-Mail.',
  'rma-issued.contents': 'Was ins Paket gehört',
  'rma-issued.everything': 'Und alles, was dabei war: Verpackung, Zubehör, Unterlagen.',
  'rma-issued.what-to-do': 'Was zu tun ist',
  'rma-issued.pack':
    'Packen Sie alles ein, was Sie bekommen haben. Wenn Originalteile fehlen, müssen wir die Rücksendung vielleicht ablehnen.',
  'rma-issued.pack.defective':
    'Packen Sie alles, was Sie bekommen haben, in die Originalverpackung. Wenn Originalteile fehlen, müssen wir die Rücksendung vielleicht ablehnen.',
  'rma-issued.mark': 'Kleben Sie das Etikett außen auf, oder schreiben Sie {rma} darauf. Ohne Nummer dauert es länger.',
  'rma-issued.mark.refused':
    'Kleben Sie das Etikett außen auf, oder schreiben Sie {rma} darauf. Ohne Nummer nehmen wir die Rücksendung nicht an.',
  'rma-issued.postage.merchant':
    'Senden Sie das Paket mit dem Etikett von uns, oder nennen Sie uns, was der Versand gekostet hat: Die Kosten tragen wir.',
  'rma-issued.postage.our-label':
    'Senden Sie das Paket mit dem Etikett von uns. Was es kostet, wird von Ihrer Erstattung abgezogen.',
  'rma-issued.postage.customer':
    'Senden Sie das Paket versichert mit einem Paketdienst Ihrer Wahl. Für ein Paket, das auf dem Weg zu uns verloren geht, haften wir nicht.',
  'rma-issued.postage.our-risk': 'Senden Sie das Paket mit einem Paketdienst Ihrer Wahl und heben Sie den Beleg auf.',
  'rma-issued.track':
    'Nennen Sie uns die Sendungsnummer und die Seite zur Sendungsverfolgung: über den Link unten oder als Antwort auf diese E-Mail.',
  'rma-issued.test': 'Wir prüfen, was zurückkommt, und schreiben Ihnen das Ergebnis.',
  'rma-issued.check': 'Sobald die Ware vollständig hier ist, kümmern wir uns um Erstattung oder Umtausch.',
  'rma-issued.sheet':
    'Auf dem Blatt im Anhang sind ein Etikett für das Paket und eine Packliste. Kein Drucker? Schreiben Sie die Nummer groß und deutlich von Hand.',
  'rma-issued.choose': 'Sie haben die Wahl: Geld zurück oder dasselbe Produkt noch einmal.',
  'rma-issued.choose-link': 'Erstattung oder Umtausch wählen',
  'rma-issued.track-link': 'Sendungsnummer eingeben',
  'rma-issued.see-link': 'Stand ansehen',
  'rma-issued.withdraw-link': 'Zurückziehen',

  'tracking-wanted.subject': 'Ihre Rücksendung {rma}: Ist sie schon unterwegs?',
  'tracking-wanted.preview': 'Bitte nennen Sie uns die Sendungsnummer.',
  'tracking-wanted.title': 'Bitte nennen Sie uns die Sendungsnummer',
  'tracking-wanted.intro':
    'Sie haben die Rücksendenummer {rma} für die Bestellung {order}, und wir wissen noch nicht, wie das Paket reist.',
  'tracking-wanted.ask':
    'Wenn Sie das Paket schon gesandt haben, nennen Sie uns bitte die Sendungsnummer und die Seite zur Sendungsverfolgung, damit wir es suchen können, falls es sich verspätet. Wenn Sie es noch nicht gesandt haben, versichern Sie es bitte und heben Sie den Beleg auf.',
  'tracking-wanted.ask.our-risk':
    'Wenn Sie das Paket schon gesandt haben, nennen Sie uns bitte die Sendungsnummer und die Seite zur Sendungsverfolgung, damit wir es suchen können, falls es sich verspätet. Wenn Sie es noch nicht gesandt haben, heben Sie dann bitte den Beleg auf.',
  'tracking-noted.subject': 'Ihre Rücksendung {rma} für die Bestellung {order} ist unterwegs',
  'tracking-noted.preview': 'Wir haben die Sendungsnummer notiert.',
  'tracking-noted.title': 'Danke, das ist notiert',
  'tracking-noted.intro': 'Ihre Rücksendung {rma} für die Bestellung {order} ist auf dem Weg zu uns:',
  'tracking-noted.next': 'Sobald sie hier ist, schreiben wir Ihnen. Bitte heben Sie den Beleg bis dahin auf.',

  'deadline-reminder.subject': 'Ihre Rücksendung {rma} für die Bestellung {order} muss bis {date} hier sein',
  'deadline-reminder.subject.sent': 'Ihre Rücksendung {rma} für die Bestellung {order} muss bis {date} abgesandt sein',
  'deadline-reminder.preview': 'Sie ist noch nicht bei uns.',
  'deadline-reminder.title': 'Ihre Rücksendung ist bald fällig',
  'deadline-reminder.intro': 'Ihre Rücksendung {rma} für die Bestellung {order} ist noch nicht bei uns.',
  'deadline-reminder.sent':
    'Schon gesandt? Nennen Sie uns Sendungsnummer und Paketdienst, über den Link unten oder als Antwort auf diese E-Mail, damit wir sie verfolgen können.',
  'deadline-reminder.late': 'Brauchen Sie mehr Zeit? Antworten Sie vor diesem Tag auf diese E-Mail.',
  'deadline-reminder.late.replaced':
    'Der Ersatz ist schon an Sie gegangen; bitte senden Sie, was er ersetzt. Brauchen Sie mehr Zeit? Antworten Sie auf diese E-Mail.',
  'deadline-passed.subject': 'Ihre Rücksendung {rma} für die Bestellung {order}: Der letzte Tag ist vorbei',
  'deadline-passed.preview': 'Sie musste bis {date} hier sein.',
  'deadline-passed.preview.sent': 'Sie musste bis {date} abgesandt sein.',
  'deadline-passed.title': 'Ihre Rücksendung ist nicht angekommen',
  'deadline-passed.intro':
    'Ihre Rücksendung {rma} für die Bestellung {order} musste bis {date} hier sein. Sie ist nicht angekommen.',
  'deadline-passed.intro.sent':
    'Ihre Rücksendung {rma} für die Bestellung {order} musste bis {date} abgesandt sein. Sie ist nicht angekommen.',
  'deadline-passed.replaced': 'Der Ersatz ist schon an Sie gegangen; bitte senden Sie trotzdem, was er ersetzt.',
  'deadline-passed.sent':
    'Haben Sie sie rechtzeitig gesandt? Antworten Sie auf diese E-Mail mit der Sendungsnummer und dem Tag, an dem Sie sie abgegeben haben: Ein Mensch sieht es an und schreibt Ihnen.',
  'deadline-extended.subject': 'Ihre Rücksendung {rma} für die Bestellung {order}: Sie haben Zeit bis {date}',
  'deadline-extended.preview': 'Sie haben mehr Zeit für Ihre Rücksendung.',
  'deadline-extended.title': 'Sie haben mehr Zeit',
  'deadline-extended.intro': 'Ihre Rücksendung {rma} für die Bestellung {order} hat einen neuen letzten Tag.',
  'deadline-extended.next':
    'Die Nummer bleibt dieselbe und alles andere auch. Bitte rechnen Sie die Laufzeit des Pakets ein.',
  'deadline-extended.next.sent':
    'Die Nummer bleibt dieselbe und alles andere auch. Bis dahin muss der Paketdienst das Paket haben.',

  'parcel-received.subject': 'Ihre Rücksendung zur Bestellung {order} ist da',
  'parcel-received.preview.test': 'Wir prüfen sie jetzt.',
  'parcel-received.preview.check': 'Wir sehen sie jetzt durch.',
  'parcel-received.title': 'Ihr Paket ist da',
  'parcel-received.intro': 'Ihre Rücksendung {rma} zur Bestellung {order} ist angekommen.',
  'parcel-received.intro.no-rma': 'Ihre Rücksendung zur Bestellung {order} ist angekommen.',
  'parcel-received.test':
    'Wir prüfen sie jetzt und schreiben Ihnen das Ergebnis und was daraus folgt, spätestens bis {date}.',
  'parcel-received.check':
    'Wir sehen nach, ob alles da und in Ordnung ist. Was Sie dafür bekommen, folgt gleich danach, spätestens bis {date}.',
  'parcel-received.test.undated': 'Wir prüfen sie jetzt und schreiben Ihnen das Ergebnis und was daraus folgt.',
  'parcel-received.check.undated':
    'Wir sehen nach, ob alles da und in Ordnung ist. Was Sie dafür bekommen, folgt gleich danach.',
  'parcel-identified.subject': 'Wir haben Ihr Paket gefunden: Bestellung {order}',
  'parcel-identified.preview': 'Es kam ohne Rücksendenummer; jetzt wissen wir, dass es Ihres ist.',
  'parcel-identified.title': 'Wir haben Ihr Paket gefunden',
  'parcel-identified.intro':
    'Ein Paket ohne Rücksendenummer ist bei uns angekommen. Wir wissen jetzt, dass es Ihre Rücksendung {rma} zur Bestellung {order} ist.',
  'parcel-identified.intro.no-rma':
    'Ein Paket ohne Rücksendenummer ist bei uns angekommen. Wir wissen jetzt, dass es zu Ihrer Bestellung {order} gehört.',
  'parcel-identified.delay': 'Das herauszufinden hat eine Weile gedauert. Es zählt der Tag, an dem es ankam.',
  'parcel-unmarked.subject': 'Haben Sie uns ein Paket gesandt? Bestellung {order}',
  'parcel-unmarked.preview': 'Ein Paket ohne Rücksendenummer ist angekommen.',
  'parcel-unmarked.title': 'Ist dieses Paket von Ihnen?',
  'parcel-unmarked.intro':
    'Ein Paket ohne Rücksendenummer ist bei uns angekommen. Es könnte zu Ihrer Bestellung {order} gehören.',
  'parcel-unmarked.ask':
    'Haben Sie es gesandt? Bitte antworten Sie auf diese E-Mail mit Ihrer Rücksendenummer oder mit der Sendungsnummer des Pakets. Wenn es nicht Ihres ist, müssen Sie nichts tun.',
  'parcel-unmarked.hold': 'Wir bewahren es bis {date} auf; dann entscheidet ein Mensch, was daraus wird.',
  'parcel-returning.subject': 'Ihre Bestellung {order} ist auf dem Weg zurück zu uns',
  'parcel-returning.title': 'Ihr Paket kommt zurück',
  'parcel-returning.ours':
    'Das Paket Ihrer Bestellung {order} konnte nicht zugestellt werden und ist auf dem Weg zurück zu uns. Es tut uns leid: Das lag nicht an Ihnen, und Sie tragen keine Kosten davon.',
  'parcel-returning.refused':
    'Das Paket Ihrer Bestellung {order} wurde nicht angenommen und ist auf dem Weg zurück zu uns.',
  'parcel-returning.next': 'Sie müssen nichts tun. Sobald es hier ist, sehen wir es an, und Ihre Erstattung folgt.',
  'parcel-returning.mistake': 'Ein Irrtum? Antworten Sie auf diese E-Mail. Ein Mensch liest sie.',
  'parcel-lost.subject': 'Ihre Rücksendung {rma} zur Bestellung {order} scheint verloren zu sein',
  'parcel-lost.preview': 'Bitte lassen Sie den Paketdienst danach suchen.',
  'parcel-lost.title': 'Ihr Paket scheint verloren zu sein',
  'parcel-lost.intro':
    'Ihre Rücksendung {rma} zur Bestellung {order} ist nicht angekommen, und der Paketdienst hat sie länger nicht gesehen.',
  'parcel-lost.customer':
    'Bitte lassen Sie den Paketdienst, mit dem Sie sie gesandt haben, danach suchen, und melden Sie den Schaden seiner Versicherung. Antworten Sie auf diese E-Mail mit dem, was er sagt: Ein Mensch entscheidet dann, wie es weitergeht, und schreibt Ihnen.',
  'parcel-lost.merchant':
    'Den Verlust tragen wir: Sie verlieren dadurch nichts und müssen nichts tun. Wir fragen beim Paketdienst nach und schreiben Ihnen.',
  'parts-missing.subject': 'In Ihrer Rücksendung zur Bestellung {order} fehlt etwas',
  'parts-missing.preview': 'Bitte senden Sie es bis {date}.',
  'parts-missing.title': 'In Ihrer Rücksendung fehlt etwas',
  'parts-missing.intro':
    'Ihre Rücksendung {rma} zur Bestellung {order} ist da, aber nicht alles, was dazugehört, war im Paket.',
  'parts-missing.intro.no-rma':
    'Ihre Rücksendung zur Bestellung {order} ist da, aber nicht alles, was dazugehört, war im Paket.',
  'parts-missing.what': 'Was fehlt',
  'parts-missing.by': 'Bitte senden Sie es bis',
  'parts-missing.next':
    'Schreiben Sie Ihre Rücksendenummer außen darauf. Wenn Sie nicht mehr haben, was fehlt, antworten Sie auf diese E-Mail: Ein Mensch entscheidet, wie es weitergeht.',
  'parts-missing.next.no-rma':
    'Legen Sie einen Zettel mit der Nummer Ihrer Bestellung hinein. Wenn Sie nicht mehr haben, was fehlt, antworten Sie auf diese E-Mail: Ein Mensch entscheidet, wie es weitergeht.',
  'test-result.subject': 'Ihre Rücksendung zur Bestellung {order}: das Ergebnis',
  'test-result.preview': 'Das ist das Ergebnis, und das folgt daraus.',
  'test-result.title': 'Wir haben Ihre Rücksendung angesehen',
  'test-result.intro': 'Wir haben Ihre Rücksendung {rma} zur Bestellung {order} angesehen. Das ist das Ergebnis:',
  'test-result.intro.no-rma': 'Wir haben Ihre Rücksendung zur Bestellung {order} angesehen. Das ist das Ergebnis:',
  'test-result.next.refund': 'Wir bereiten Ihre Erstattung vor und schreiben Ihnen, sobald sie unterwegs ist.',
  'test-result.next.nothing':
    'Was abgezogen wird, ist so viel, wie sie wert ist, darum wird nichts gezahlt. Wir schreiben Ihnen die Abrechnung.',
  'test-result.next.exchange': 'Wir bereiten den Umtausch vor und schreiben Ihnen, sobald er unterwegs ist.',
  'test-result.next.open': 'Ein Mensch entscheidet, wie es weitergeht, und wir schreiben Ihnen.',
  'test-result.rejected':
    'Was nicht angenommen ist, wird nicht erstattet. Wir heben es bis {date} für Sie auf. Bitte sagen Sie uns bis dahin, ob wir es Ihnen auf Ihre Kosten zurücksenden sollen.',
  'test-result.rejected.return':
    'Was nicht angenommen ist, wird nicht erstattet. Es geht auf Ihre Kosten an Sie zurück.',
  'test-result.rejected.dispose':
    'Was nicht angenommen ist, wird nicht erstattet. Wir heben es bis {date} auf und entsorgen es dann. Bitte sagen Sie uns bis dahin, wenn wir es Ihnen auf Ihre Kosten zurücksenden sollen.',
  'result.accepted': 'angenommen',
  'result.accepted_defective': 'der Fehler ist bestätigt: angenommen',
  'result.no_fault_found': 'kein Fehler gefunden',
  'result.artificial_damage': 'Schaden durch Behandlung: nicht angenommen',
  'result.missing_components': 'es fehlen Teile',
  'result.wrong_item': 'nicht das bestellte Produkt',
  'result.not_received': 'nicht im Paket',
  'exchange-shipped.subject': 'Ihr Umtausch zur Bestellung {order} ist unterwegs',
  'exchange-shipped.preview': 'Wir haben ihn gesandt.',
  'exchange-shipped.title': 'Ihr Umtausch ist unterwegs',
  'exchange-shipped.intro':
    'Im Tausch gegen Ihre Rücksendung {rma} aus der Bestellung {order} haben wir Ihnen dies gesandt:',
  'exchange-shipped.intro.no-rma':
    'Im Tausch gegen das, was Sie aus der Bestellung {order} zurückgesandt haben, haben wir Ihnen dies gesandt:',
  'exchange-shipped.back':
    'Er geht hinaus, bevor Ihre Rücksendung hier ist. Bitte senden Sie uns, was er ersetzt: Es muss bis {date} bei uns sein.',
  'exchange-shipped.back.sent':
    'Er geht hinaus, bevor Ihre Rücksendung hier ist. Bitte senden Sie uns, was er ersetzt: Es muss bis {date} beim Paketdienst sein.',
  'exchange-shipped.next': 'Das kostet Sie nichts weiter.',
  'refund-made.subject': 'Erstattung von {amount} für die Bestellung {order}',
  'refund-made.preview': '{amount} sind auf dem Weg zu Ihnen.',
  'refund-made.title': '{amount} sind auf dem Weg zu Ihnen',
  'refund-made.subject.nothing': 'Ihre Rücksendung zur Bestellung {order} ist abgerechnet: nichts wird gezahlt',
  'refund-made.preview.nothing': 'So kommt es dazu.',
  'refund-made.title.nothing': 'Es ist nichts zurückzuzahlen',
  'refund-made.intro.nothing':
    'Wir haben Ihre Rücksendung zur Bestellung {order} abgerechnet. Was abgezogen wird, ist so viel, wie sie wert ist:',
  'refund-made.intro':
    'Wir haben Ihre Erstattung zur Bestellung {order} ({rma}) veranlasst. So setzt sie sich zusammen:',
  'refund-made.intro.no-rma':
    'Wir haben Ihre Erstattung zur Bestellung {order} veranlasst. So setzt sie sich zusammen:',
  'refund-made.not-part': 'Nicht Teil der Erstattung',
  'return-cancelled.subject': 'Ihre Rücksendung zur Bestellung {order} entfällt',
  'return-cancelled.preview': 'Sie behalten, was Sie bestellt haben.',
  'return-cancelled.title': 'Ihre Rücksendung entfällt',
  'return-cancelled.intro':
    'Wie gewünscht haben wir Ihre Rücksendung {rma} zur Bestellung {order} beendet. Nichts wird erstattet, und Sie müssen nichts senden.',
  'return-cancelled.intro.no-rma':
    'Wie gewünscht haben wir Ihre Rücksendung zur Bestellung {order} beendet. Nichts wird erstattet, und Sie müssen nichts senden.',
  'return-cancelled.off':
    'Ihre Rücksendung {rma} zur Bestellung {order} entfällt. Dafür wird nichts weiter erstattet, und Sie müssen nichts senden.',
  'return-cancelled.off.no-rma':
    'Ihre Rücksendung zur Bestellung {order} entfällt. Dafür wird nichts weiter erstattet, und Sie müssen nichts senden.',
  'return-cancelled.unexpected':
    'Haben Sie das nicht erwartet? Bitte antworten Sie auf diese E-Mail. Ein Mensch liest sie.',
  'return-cancelled.number':
    'Bitte verwenden Sie {rma} nicht mehr. Wenn Sie doch etwas zurücksenden möchten, bitten Sie uns um eine neue Nummer.',
  'declined.subject': 'Zu Ihrer Rücksendung {rma} zur Bestellung {order}',
  'declined.subject.no-rma': 'Zu Ihrer Anfrage zur Bestellung {order}',
  'declined.preview': 'Wir haben sie angesehen, und das ist unsere Antwort.',
  'declined.title': 'Es tut uns leid: Wir müssen nein sagen',
  'declined.intro': 'Wir haben Ihre Rücksendung {rma} zur Bestellung {order} angesehen und können sie nicht annehmen.',
  'declined.intro.no-rma': 'Wir haben Ihre Anfrage zur Bestellung {order} angesehen und können sie nicht annehmen.',

  'sheet.return': 'RÜCKSENDUNG',
  'sheet.order': 'Bestellung {order}',
  'sheet.to': 'AN',
  'sheet.by-hand': 'Bitte schreiben Sie die Anschrift hierher, wie sie in unserer E-Mail steht.',
  'sheet.from': 'VON',
  'sheet.cut': 'Hier schneiden: Der obere Teil kommt außen auf das Paket, dieser Teil hinein.',
  'sheet.list': 'Packliste {rma}',
  'sheet.due': 'Muss hier sein bis: {date}',
  'sheet.due.sent': 'Muss abgesandt sein bis: {date}',
  'sheet.everything': 'Alles, was dabei war: Verpackung, Zubehör, Unterlagen',
  'sheet.outside': '{rma} steht außen auf dem Paket',
  'sheet.insured': 'Das Paket ist versichert, und ich hebe den Beleg mit der Sendungsnummer auf',
  'sheet.insured.our-risk': 'Ich hebe den Beleg mit der Sendungsnummer auf',
  'sheet.told': 'Ich habe {shop} die Sendungsnummer genannt',
  'sheet.item': 'Artikel',
};
