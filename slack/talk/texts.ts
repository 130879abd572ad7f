/** What the bot says in words of its own. */

export const HELP = [
  'I look after cancellations, returns and refunds. Write to me here, mention me in a channel, or use /makegood. I show what would happen, and nothing is done before you confirm.',
  '• cancel #1001',
  '• RMA for #1003: 2 headphones, one side is dead',
  '• has #1003 shipped? · could #1003 still be cancelled?',
  '• RMA-… is on its way, UPS 1Z… · RMA-… arrived · RMA-…: charger missing',
  '• extend RMA-… by 2 weeks · RMA-… got lost · decline RMA-…, it came too late · hand RMA-… over to Ana',
  '• #1003 came back, the customer refused the parcel',
  '• approve RMA-… · do not refund RMA-…, it was dropped',
  '• #1003: she keeps the order after all · RMA-…: she would rather have an exchange',
  '• ask the customer of #1003 for photos · void the links of RMA-…, wrong address',
  '• what is waiting for approval? · who pays the postage if it is our mistake?',
  '/rma opens the form for a return; /makegood parcel takes in a parcel, with its number or without one.',
].join('\n');

/** Who says thank you wants no manual. */
export const WELCOME = 'You are welcome. Write “help” to see what I can do.';
export const isThanks = (text: string | undefined): boolean =>
  /^\W*(?:(?:many )?thanks|thank you|thx|cheers|ta)(?: (?:a lot|so much|very much|again|all|bot|makegood))*\W*$/i.test(
    text ?? '',
  );

export const NOT_UNDERSTOOD = [
  'I did not get that, and I would rather ask than guess. One thing at a time works best, for example:',
  '• cancel #1001',
  '• RMA for #1003: 1 kettle, lid broken',
  '• has #1003 shipped?',
  '• RMA-… arrived',
  'Write “help” for more.',
].join('\n');

export const notUnderstoodAbout = (order: string): string =>
  [
    `I see ${order}, but not what should happen. You can say:`,
    `• cancel ${order}`,
    `• RMA for ${order}: which item, and what is wrong with it`,
    `• has ${order} shipped?`,
  ].join('\n');

/** Somebody asked for so much money. */
export const AMOUNTS =
  'Amounts are worked out by the policy, never taken from a message: the card shows what it gives.';

/** Said in the thread of a card that waits: words do not press its buttons. */
export const WAITS_ABOVE =
  'Nothing has been done yet: the card above waits for its buttons. To change what it says, write it anew in one sentence, for example “cancel #1002: 1 charger”.';

/** Named together, and each may be meant: nothing is done to the wrong one. */
export const severalAtOnce = (named: readonly string[]): string =>
  `I see ${named.slice(0, 5).join(', ')}${named.length > 5 ? ' and more' : ''}, and I would rather not guess what goes with which. One thing at a time, please: write each in a message of its own.`;

export const notUnderstoodAboutRma = (rma: string): string =>
  [
    `I see ${rma}, but not what should happen. You can say:`,
    `• ${rma} is on its way, with the tracking number`,
    `• ${rma} arrived`,
    `• ${rma}: no fault found (or: defect confirmed, charger missing, damaged by the customer)`,
    `• approve ${rma} · do not refund ${rma}, and why`,
    'Calling it off (“It will not come…”), opening it again, its history and more are in the menu (⋮) of its card.',
  ].join('\n');

export const invalidRma = (rma: string): string =>
  `${rma.slice(0, 40)} is not an RMA number of ours: a symbol must have been misread, or one is missing. Please compare it with the parcel or the mail (RMA- and seven letters and digits).`;

export const NO_ROLE =
  'You have no role in this shop yet: ask an owner to give you one in the app, under People and roles.';

export const PHOTOS_FOR_WHAT =
  'I see photos, but not what they are for. Send them together with the order (“RMA for #1003: 1 kettle, lid broken”), or in the thread of the card that asks for them.';
