/**
 * What customers read in mails. `{name}` is filled in; each text may be changed by the merchant, with the placeholders
 * that it has here and no others.
 */
export const MAIL_EN = {
  'greeting.name': 'Hello {name},',
  'greeting.nobody': 'Hello,',
  footer: 'Questions? Answer this mail or write to {email}.',
  'footer.no-address': 'Questions? Answer this mail.',
  'heading.policy': 'Our policy',
  'heading.back': 'What you get back',
  'heading.expect': 'What you can expect back',
  'label.rma': 'Return number (RMA)',
  'label.due': 'To be here by',
  'label.due.sent': 'To be sent by',
  'label.answer-by': 'Please answer by',
  'label.case': 'Case',
  'label.expected': 'Expected on',
  'label.tracking': 'Tracking number',
  'label.carrier': 'Carrier',
  'label.site': 'Tracking page',
  'note.another-way':
    'It could not go back to where you paid from, so we have paid it another way. Answer this mail if it has not reached you.',
  'note.bank': 'It goes back to where you paid from. Most banks show it within 5 to 10 days.',
  'note.page': 'Each opens a page on which you confirm: nothing happens by opening it.',
  'note.nothing-to-do': 'You need not do anything.',
  'note.object':
    'If you think that we are wrong, or there is something we do not know, please answer this mail. A person reads it.',
  'date.end-of-day': '{date}, end of the day ({zone})',
  'date.time': '{date}, {time} ({zone})',
  'amounts.items': 'Items',
  'amounts.tax': 'Tax',
  'amounts.shipping': 'Shipping',
  'amounts.duties': 'Duties',
  'amounts.tips': 'Tips',
  'amounts.refund': 'Refund',
  'amounts.if-accepted': 'If everything is accepted',
  'deduction.original shipping of a free order': 'Original shipping of a free order',
  'deduction.restocking fee': 'Restocking fee',
  'deduction.missing parts': 'Missing parts',
  'deduction.return label': 'Return label',
  'deduction.the way back of a refused parcel': 'The way back of a refused parcel',
  'deduction.limited to what is left to refund': 'Limited to what is left to refund',
  'deduction.as-far': '{label}, as far as it goes',

  'request-received.subject': 'We have your request for order {order} (case {case})',
  'request-received.preview': 'A person looks at it, and we write to you.',
  'request-received.title': 'We have your request',
  'request-received.intro': 'Thank you for telling us. Your request for order {order} is case {case}.',
  'request-received.next':
    'We look at it and write to you with our answer by {date} at the latest. Please send nothing back before you have a return number from us.',
  'request-received.see': 'See how it stands',
  'request-received.withdraw': 'Call it off',

  'photos-wanted.subject': 'Please send photos for order {order} (case {case})',
  'photos-wanted.preview': 'Then we can answer your request.',
  'photos-wanted.title': 'Please send us photos',
  'photos-wanted.intro':
    'Your request for order {order} is case {case}. To answer it we need photos of what you received, at least {count}:',
  'photos-wanted.how':
    'Show the whole product, what is wrong with it, and the label or serial number. A phone’s photo is fine; where it was taken is removed before we keep it.',
  'photos-wanted.send': 'Send photos',
  'photos-wanted.by-mail': 'You can also answer this mail and attach them.',
  'photos-wanted.by':
    'Please send them by {date}. As soon as they are here we look at your request and write to you; without them we can’t go on.',

  'photos-reminder.subject': 'Photos still missing for order {order} (case {case})',
  'photos-reminder.preview': 'Please send them by {date}.',
  'photos-reminder.title': 'We still need your photos',
  'photos-reminder.intro':
    'Without photos we can’t answer your request for order {order} (case {case}). As soon as they are here we look at it and write to you.',

  'troubleshooting.subject': 'Let us try to solve it: order {order} (case {case})',
  'troubleshooting.preview': 'A few steps that often help.',
  'troubleshooting.title': 'Let us try to solve it first',
  'troubleshooting.intro':
    'Before you send anything back, please try these steps with what you have from order {order}:',
  'troubleshooting.step-1':
    'Read “first steps” in the enclosed papers, and check that everything is connected as shown.',
  'troubleshooting.step-2': 'Charge it fully, or connect it to another socket and another cable.',
  'troubleshooting.step-3': 'Switch it off, wait for a minute, and switch it on again.',
  'troubleshooting.step-4': 'Reset it as the papers describe, and try once more.',
  'troubleshooting.danger':
    'Is it hot, does it smell, or is something broken open? Do not try anything: tell us at once.',
  'troubleshooting.ask': 'Did it help? If not, we go on with your return as soon as you tell us.',
  'troubleshooting.solved': 'It works now',
  'troubleshooting.not-solved': 'It still does not work',
  'troubleshooting.by-mail': 'Answer this mail: write “It works now” or “It still does not work”.',

  'solved.subject': 'Good to hear: order {order} works',
  'solved.preview': 'We have closed case {case}.',
  'solved.title': 'Good to hear that it works',
  'solved.intro':
    'You told us that the trouble with order {order} is solved, so we have closed case {case}. Nothing is sent back and nothing is refunded.',
  'solved.again': 'If it happens again, answer this mail: we go on where we stopped.',

  'cancelled.subject': 'Cancelled: order {order}',
  'cancelled.subject.part': 'Cancelled: part of order {order}',
  'cancelled.preview.refund': 'Your refund is on its way.',
  'cancelled.preview.nothing': 'You will not be charged.',
  'cancelled.title': 'Your order is cancelled',
  'cancelled.title.part': 'Part of your order is cancelled',
  'cancelled.asked': 'As you asked, we have cancelled order {order}. It had not shipped yet.',
  'cancelled.asked.part': 'As you asked, we have cancelled part of order {order}. It had not shipped yet.',
  'cancelled.out-of-stock': 'We are sorry: we can’t supply order {order}, so we have cancelled it.',
  'cancelled.out-of-stock.part': 'We are sorry: we can’t supply part of order {order}, so we have cancelled it.',
  'cancelled.rest': 'Everything else in your order stays as it is.',
  'cancelled.nothing-taken':
    'No money was taken for it, so there is nothing to pay back; an authorization on your card is released.',

  'too-late.subject': 'Order {order} has already shipped',
  'too-late.preview': 'It can no longer be cancelled, but you can send it back.',
  'too-late.title': 'Your order was already on its way',
  'too-late.intro':
    'You asked us to cancel order {order}. It had shipped by then, so it can’t be cancelled any more. You can still send it back:',
  'too-late.refuse': 'Refuse the parcel when it is delivered: it then comes back to us by itself.',
  'too-late.rma': 'Or keep it closed and answer this mail: we send you an RMA number and tell you where to send it.',
  'too-late.heading': 'What you would get back',
  'too-late.up-to':
    'Up to {amount}, less what the shipping cost us. We tell you the exact sum before you send anything.',

  'out-of-stock.subject': 'Out of stock: order {order}',
  'out-of-stock.subject.again': 'Still out of stock: will you wait? Order {order}',
  'out-of-stock.preview': 'Please tell us: will you wait, or do you want your money back?',
  'out-of-stock.title': 'We are sorry: this is out of stock',
  'out-of-stock.title.again': 'It takes longer than we thought',
  'out-of-stock.intro': 'Since you placed order {order}, this has gone out of stock:',
  'out-of-stock.intro.again':
    'You agreed to wait for the following from order {order}. It is still out of stock, so we ask you again:',
  'out-of-stock.rest': 'Everything else in your order can be sent.',
  'out-of-stock.ask': 'What would you like?',
  'out-of-stock.wait': 'I’ll wait',
  'out-of-stock.refund': 'Refund me',
  'out-of-stock.by-mail': 'Answer this mail: write “I’ll wait” or “Refund me”.',
  'out-of-stock.silence':
    'Without an answer by {date} we refund in full what we can’t send. You need not do anything for that.',
  'out-of-stock.unknown-date': 'We do not know yet when it will be back.',
  'backorder-reminder.subject': 'Will you wait? Order {order}',
  'backorder-reminder.preview': 'Please tell us by {date}.',
  'backorder-reminder.title': 'We have not heard from you yet',
  'backorder-reminder.intro': 'The following from order {order} is still out of stock:',
  'backorder-waiting.subject': 'Thank you for waiting: order {order}',
  'backorder-waiting.preview': 'It ships as soon as it is in stock again.',
  'backorder-waiting.title': 'Thank you for waiting',
  'backorder-waiting.intro': 'You told us that you will wait for the following from order {order}:',
  'backorder-waiting.next':
    'You pay nothing more for it. We write to you when it is on its way; if it takes longer than we think, we ask you again.',
  'backorder-waiting.whole': 'The rest of your order waits with it, and everything comes together.',
  'backorder-waiting.part': 'Everything else in your order is sent without waiting for it.',
  'backorder-waiting.change': 'Changed your mind? You can have your money back while it has not shipped:',
  'backorder-waiting.change-by-mail': 'Changed your mind? Answer this mail, and we refund it.',
  'backorder-new-date.subject': 'A date for order {order}',
  'backorder-new-date.preview': 'We have news about your order.',
  'backorder-new-date.title': 'We have a date',
  'backorder-new-date.intro': 'We now know when the following from order {order} will be back in stock:',
  'backorder-new-date.next':
    'You need not do anything. If you have not told us yet what you would like, the buttons in our earlier mail still work.',
  'backorder-ships.subject': 'In stock again: order {order} is on its way to you',
  'backorder-ships.preview': 'It is in stock again, and we are sending it.',
  'backorder-ships.title': 'Good news: it is in stock again',
  'backorder-ships.waited':
    'Thank you for waiting. The following from order {order} is in stock again, and we are sending it now:',
  'backorder-ships.found':
    'We told you that the following from order {order} is out of stock. It is in stock again, and we are sending it now:',
  'backorder-discontinued.subject': 'We are sorry: we can’t supply order {order} as you placed it',
  'backorder-discontinued.preview': 'You get your money back; you need not do anything.',
  'backorder-discontinued.title': 'We are sorry: we can’t get it any more',
  'backorder-discontinued.intro':
    'We had hoped to send you the following from order {order}. Now we know that we can’t get it any more:',
  'backorder-discontinued.next':
    'You get back everything that you paid for it. You need not do anything; we write to you as soon as the money is on its way.',
  'backorder-discontinued.sorry': 'We apologise that you waited in vain.',

  'rma-issued.subject': 'Your return number {rma} for order {order}',
  'rma-issued.preview': 'Write {rma} on the outside of the parcel.',
  'rma-issued.title': 'Your return is approved',
  'rma-issued.intro':
    'Here is your return number for order {order}. Please have it ready whenever you write to us about this return.',
  'rma-issued.late': 'Please allow for the carrier: after that day there is no replacement and no refund.',
  'rma-issued.late.sent':
    'The carrier has to have it by then: please keep the receipt that shows the day. After that day there is no replacement and no refund.',
  'rma-issued.to': 'Send it to',
  'rma-issued.to.ask': 'Please ask us for the address before you send it: answer this mail.',
  'rma-issued.contents': 'What goes into the parcel',
  'rma-issued.everything': 'And everything that came with it: packaging, accessories, documents.',
  'rma-issued.what-to-do': 'What to do',
  'rma-issued.pack': 'Pack everything you received. If original parts are missing, we may have to refuse the return.',
  'rma-issued.pack.defective':
    'Pack everything you received, in its original packaging. If original parts are missing, we may have to refuse the return.',
  'rma-issued.mark': 'Put the label on the outside, or write {rma} there. Without it your return takes longer.',
  'rma-issued.mark.refused':
    'Put the label on the outside, or write {rma} there. We do not accept a return without it.',
  'rma-issued.postage.merchant':
    'Send the parcel with the label we provide, or tell us what you paid for sending it: we bear the cost.',
  'rma-issued.postage.our-label':
    'Send the parcel with the label we provide. What it costs is taken off what you get back.',
  'rma-issued.postage.customer':
    'Send the parcel with a carrier of your choice, insured. We are not responsible for a parcel that is lost on its way to us.',
  'rma-issued.postage.our-risk': 'Send the parcel with a carrier of your choice, and keep the receipt.',
  'rma-issued.track':
    'Tell us the tracking number and the carrier’s website: with the link below, or by answering this mail.',
  'rma-issued.test': 'We test what comes back, and write to you with the result.',
  'rma-issued.check': 'Once the goods are here and complete, we arrange your refund or exchange.',
  'rma-issued.sheet':
    'The attached sheet has a label for the outside of the parcel and a packing list. No printer? Write the number by hand, large and clear.',
  'rma-issued.choose': 'You may choose: your money back, or the same product again.',
  'rma-issued.choose-link': 'Choose refund or exchange',
  'rma-issued.track-link': 'Enter the tracking number',
  'rma-issued.see-link': 'See how it stands',
  'rma-issued.withdraw-link': 'Call it off',

  'tracking-wanted.subject': 'Your return {rma}: have you sent it?',
  'tracking-wanted.preview': 'Please tell us the tracking number.',
  'tracking-wanted.title': 'Please tell us the tracking number',
  'tracking-wanted.intro': 'You have the return number {rma} for order {order}, and we do not know yet how it travels.',
  'tracking-wanted.ask':
    'If you have sent the parcel, please tell us its tracking number and the carrier’s website, so that we can look for it if it is late. If you have not sent it yet, please insure it and keep the receipt.',
  'tracking-wanted.ask.our-risk':
    'If you have sent the parcel, please tell us its tracking number and the carrier’s website, so that we can look for it if it is late. If you have not sent it yet, please keep the receipt when you do.',
  'tracking-noted.subject': 'Your return {rma} for order {order} is on its way',
  'tracking-noted.preview': 'We have noted the tracking number.',
  'tracking-noted.title': 'Thank you, we have noted it',
  'tracking-noted.intro': 'Your return {rma} for order {order} is on its way to us:',
  'tracking-noted.next': 'As soon as it is here we write to you. Please keep the receipt until then.',

  'deadline-reminder.subject': 'Your return {rma} for order {order} has to be here by {date}',
  'deadline-reminder.subject.sent': 'Your return {rma} for order {order} has to be sent by {date}',
  'deadline-reminder.preview': 'We have not received it yet.',
  'deadline-reminder.title': 'Your return is due soon',
  'deadline-reminder.intro': 'We have not received your return {rma} for order {order} yet.',
  'deadline-reminder.sent':
    'Have you sent it already? Tell us the tracking number and the carrier, with the link below or by answering this mail, so that we can follow it.',
  'deadline-reminder.late': 'Need more time? Answer this mail before that day.',
  'deadline-reminder.late.replaced':
    'The replacement has gone out to you already; please send what it replaces. Need more time? Answer this mail.',
  'deadline-passed.subject': 'Your return {rma} for order {order}: the last day is over',
  'deadline-passed.preview': 'It had to be here by {date}.',
  'deadline-passed.preview.sent': 'It had to be sent by {date}.',
  'deadline-passed.title': 'We have not received your return',
  'deadline-passed.intro': 'Your return {rma} for order {order} had to be here by {date}. We have not received it.',
  'deadline-passed.intro.sent':
    'Your return {rma} for order {order} had to be sent by {date}. We have not received it.',
  'deadline-passed.replaced':
    'The replacement has gone out to you already, so please send what it replaces all the same.',
  'deadline-passed.sent':
    'Did you send it in time? Answer this mail with the tracking number and the day on which you handed it over: a person looks at it and writes to you.',
  'deadline-extended.subject': 'Your return {rma} for order {order}: you have until {date}',
  'deadline-extended.preview': 'You have more time for your return.',
  'deadline-extended.title': 'You have more time',
  'deadline-extended.intro': 'Your return {rma} for order {order} has a new last day.',
  'deadline-extended.next': 'The number stays the same, and so does everything else. Please allow for the carrier.',
  'deadline-extended.next.sent':
    'The number stays the same, and so does everything else. The carrier has to have it by then.',

  'parcel-received.subject': 'Your return for order {order} has arrived',
  'parcel-received.preview.test': 'We are testing it now.',
  'parcel-received.preview.check': 'We are checking it now.',
  'parcel-received.title': 'Your parcel is here',
  'parcel-received.intro': 'Your return {rma} for order {order} has arrived.',
  'parcel-received.intro.no-rma': 'Your return for order {order} has arrived.',
  'parcel-received.test':
    'We test it now, and write to you with the result and with what follows from it by {date} at the latest.',
  'parcel-received.check':
    'We check that everything is there and as it should be. What you get for it follows right after, by {date} at the latest.',
  'parcel-received.test.undated': 'We test it now, and write to you with the result and with what follows from it.',
  'parcel-received.check.undated':
    'We check that everything is there and as it should be. What you get for it follows right after.',
  'parcel-identified.subject': 'We found your parcel: order {order}',
  'parcel-identified.preview': 'It came without its return number; now we know that it is yours.',
  'parcel-identified.title': 'We found your parcel',
  'parcel-identified.intro':
    'A parcel without a return number reached us. We now know that it is your return {rma} for order {order}.',
  'parcel-identified.intro.no-rma':
    'A parcel without a return number reached us. We now know that it belongs to your order {order}.',
  'parcel-identified.delay': 'Finding that out took a while. It counts as here on the day on which it arrived.',
  'parcel-unmarked.subject': 'Did you send us a parcel? Order {order}',
  'parcel-unmarked.preview': 'A parcel without a return number reached us.',
  'parcel-unmarked.title': 'Is this parcel yours?',
  'parcel-unmarked.intro': 'A parcel without a return number reached us. It may belong to your order {order}.',
  'parcel-unmarked.ask':
    'Did you send it? Please answer this mail with your return number, or with the tracking number of the parcel. If it is not yours, you need not do anything.',
  'parcel-unmarked.hold': 'We keep it safe until {date}; then a person decides what becomes of it.',
  'parcel-returning.subject': 'Your order {order} is on its way back to us',
  'parcel-returning.title': 'Your parcel is coming back',
  'parcel-returning.ours':
    'The parcel of your order {order} could not be delivered and is on its way back to us. We are sorry: this was not your doing, and you bear no cost of it.',
  'parcel-returning.refused': 'The parcel of your order {order} was not accepted and is on its way back to us.',
  'parcel-returning.next': 'You need not do anything. As soon as it is here we look at it, and your refund follows.',
  'parcel-returning.mistake': 'Is this a mistake? Answer this mail. A person reads it.',
  'parcel-lost.subject': 'Your return {rma} for order {order} seems to be lost',
  'parcel-lost.preview': 'Please ask the carrier to look for it.',
  'parcel-lost.title': 'Your parcel seems to be lost',
  'parcel-lost.intro':
    'Your return {rma} for order {order} has not reached us, and the carrier has not seen it for a while.',
  'parcel-lost.customer':
    'Please ask the carrier with which you sent it to look for it, and make a claim on its insurance. Answer this mail with what it says: a person then decides how to go on, and writes to you.',
  'parcel-lost.merchant':
    'The loss is ours: you lose nothing by it, and need not do anything. We ask the carrier and write to you.',
  'parts-missing.subject': 'Something is missing from your return for order {order}',
  'parts-missing.preview': 'Please send it by {date}.',
  'parts-missing.title': 'Something is missing from your return',
  'parts-missing.intro':
    'Your return {rma} for order {order} is here, but not everything that came with it was in the parcel.',
  'parts-missing.intro.no-rma':
    'Your return for order {order} is here, but not everything that came with it was in the parcel.',
  'parts-missing.what': 'What is missing',
  'parts-missing.by': 'Please send it by',
  'parts-missing.next':
    'Write your return number on the outside. If you no longer have what is missing, answer this mail: a person decides how to go on.',
  'parts-missing.next.no-rma':
    'Put a note with the number of your order inside. If you no longer have what is missing, answer this mail: a person decides how to go on.',
  'test-result.subject': 'Your return for order {order}: what we found',
  'test-result.preview': 'This is what we found, and what follows from it.',
  'test-result.title': 'We have looked at your return',
  'test-result.intro': 'We have looked at your return {rma} for order {order}. This is what we found:',
  'test-result.intro.no-rma': 'We have looked at your return for order {order}. This is what we found:',
  'test-result.next.refund': 'We are preparing your refund, and write to you as soon as it is on its way.',
  'test-result.next.nothing':
    'What is taken off comes to as much as it is worth, so that nothing is paid back. We write to you with the reckoning.',
  'test-result.next.exchange': 'We prepare your exchange, and write to you as soon as it ships.',
  'test-result.next.open': 'A person decides how to go on, and we write to you.',
  'test-result.rejected':
    'What is not accepted is not refunded. We keep it for you until {date}. Please tell us by then if you want it back, at your cost.',
  'test-result.rejected.return': 'What is not accepted is not refunded. It goes back to you, at your cost.',
  'test-result.rejected.dispose':
    'What is not accepted is not refunded. We keep it until {date} and then dispose of it. Please tell us by then if you want it back, at your cost.',
  'result.accepted': 'accepted',
  'result.accepted_defective': 'the fault is confirmed: accepted',
  'result.no_fault_found': 'no fault found',
  'result.artificial_damage': 'damage by handling: not accepted',
  'result.missing_components': 'parts are missing',
  'result.wrong_item': 'not the product that was ordered',
  'result.not_received': 'not in the parcel',
  'exchange-shipped.subject': 'Your exchange for order {order} is on its way',
  'exchange-shipped.preview': 'We have sent it.',
  'exchange-shipped.title': 'Your exchange is on its way',
  'exchange-shipped.intro': 'In exchange for your return {rma} from order {order} we have sent you this:',
  'exchange-shipped.intro.no-rma': 'In exchange for what you sent back from order {order} we have sent you this:',
  'exchange-shipped.back':
    'It goes out before your return is here. Please send us what it replaces: it has to be with us by {date}.',
  'exchange-shipped.back.sent':
    'It goes out before your return is here. Please send us what it replaces: it has to be with the carrier by {date}.',
  'exchange-shipped.next': 'It costs you nothing more.',
  'refund-made.subject': 'Refund of {amount} for order {order}',
  'refund-made.preview': '{amount} is on its way back to you.',
  'refund-made.title': '{amount} is on its way back to you',
  'refund-made.subject.nothing': 'Your return for order {order} is settled: nothing is paid back',
  'refund-made.preview.nothing': 'This is how it comes about.',
  'refund-made.title.nothing': 'There is nothing to pay back',
  'refund-made.intro.nothing':
    'We have settled your return for order {order}. What is taken off comes to as much as it is worth:',
  'refund-made.intro': 'We have made your refund for order {order} ({rma}). This is how it comes about:',
  'refund-made.intro.no-rma': 'We have made your refund for order {order}. This is how it comes about:',
  'refund-made.not-part': 'Not part of the refund',
  'return-cancelled.subject': 'Your return for order {order} is called off',
  'return-cancelled.preview': 'You keep what you ordered.',
  'return-cancelled.title': 'Your return is called off',
  'return-cancelled.intro':
    'As you asked, we have ended your return {rma} for order {order}. Nothing is refunded, and you need not send anything.',
  'return-cancelled.intro.no-rma':
    'As you asked, we have ended your return for order {order}. Nothing is refunded, and you need not send anything.',
  'return-cancelled.off':
    'Your return {rma} for order {order} is called off. Nothing more is refunded for it, and you need not send anything.',
  'return-cancelled.off.no-rma':
    'Your return for order {order} is called off. Nothing more is refunded for it, and you need not send anything.',
  'return-cancelled.unexpected': 'Is this not what you expected? Please answer this mail. A person reads it.',
  'return-cancelled.number':
    'Please do not use {rma} any more. If you want to send something back after all, ask us for a new number.',
  'declined.subject': 'About your return {rma} for order {order}',
  'declined.subject.no-rma': 'About your request for order {order}',
  'declined.preview': 'We have looked at it, and this is our answer.',
  'declined.title': 'We are sorry: we have to say no',
  'declined.intro': 'We have looked at your return {rma} for order {order} and can’t accept it.',
  'declined.intro.no-rma': 'We have looked at your request for order {order} and can’t accept it.',

  'sheet.return': 'RETURN',
  'sheet.order': 'Order {order}',
  'sheet.to': 'TO',
  'sheet.by-hand': 'Please write the address here as it stands in our mail.',
  'sheet.from': 'FROM',
  'sheet.cut': 'Cut here: the upper part goes on the outside of the parcel, this part inside.',
  'sheet.list': 'Packing list {rma}',
  'sheet.due': 'To be here by: {date}',
  'sheet.due.sent': 'To be sent by: {date}',
  'sheet.everything': 'Everything that came with it: packaging, accessories, documents',
  'sheet.outside': '{rma} is on the outside of the parcel',
  'sheet.insured': 'The parcel is insured, and I keep the receipt with the tracking number',
  'sheet.insured.our-risk': 'I keep the receipt with the tracking number',
  'sheet.told': 'I have told {shop} the tracking number',
  'sheet.item': 'Item',
} as const;
