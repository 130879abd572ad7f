import type { Sentence } from './speech/sentences.ts';
import { type Subject, unknown } from './subject.ts';
import type { Meaning, MeaningOf } from './types.ts';

const GREETING =
  /^(?:(?:hi+|hey+|hello|hallo|yo|hiya|heya|howdy|sup|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|thanks?|thank you|cheers|ta|bye|goodbye|see you|welcome|cool thanks|great thanks|ok(?:ay)? thanks|perfect thanks|nice to meet you|how are you|how is it going)\b[\s!.,?]*(?:there|bot|makegood|team|all|everyone|everybody|folks|guys|again|a lot|so much|very much|you|mate|today|for (?:your|the) help)*[\s!.,?]*)+$/;
const HELP =
  /^(?:(?:please |can you |could you |i need |some |hey |hi )*help(?: me| us| out)?(?: please| here)?|\?+|usage|commands?|menu|start|info|instructions|manual|examples?)[\s!.?]*$|\bwhat (?:can|do|could) you (?:do|understand|know|help|handle)\b|\bwhat (?:else )?(?:are you able|can i|can we|could i) (?:to )?(?:do|say|ask|type|write)\b|\bhow (?:do|can|does|should|would|to)\b.{0,20}\b(?:use|work|works|start|cancel|return|open|approve|decline|create|issue|refund|record|write|talk to|get started|exchange|extend|assign)\b|\bwho are you\b|\bwhat (?:is|are) (?:you|this bot|makegood|this thing|this)\b[\s?]*$|\bhow can you help\b|\bwhat (?:commands|options|features)\b|\b(?:list|show)(?: me)? (?:the |your |all )?commands\b|\bi am (?:lost|new here|confused)\b[\s!.]*$|\bneed help\b[\s!.]*$/;

const LISTED =
  '(?:waiting|open|pending|overdue|to approve|approvals?|to do|queue|cases|rmas|returns|refunds|due|late|outstanding|unassigned|stuck|unresolved|assigned to me|in progress|need(?:s)? (?:my |an? |our |your )?(?:approval|attention|decision|action|review|looking at)|left to do|backlog|on hold|expiring)';
const QUEUE = new RegExp(
  [
    String.raw`\b(?:what|which|anything|something|show|list|any|how many|how much|everything|give me|my|see|got|whose|who)\b.{0,44}\b${LISTED}\b`,
    String.raw`^(?:the |my |all |our )?(?:queue|list|overdue|approvals|cases|inbox|to-?do(?: list)?|pending|waiting|backlog|open|worklist|dashboard|${LISTED} (?:approvals|cases|refunds|returns|rmas|items|stuff|things|requests|list|queue))(?: please| today| list| cases| rmas| returns| now| for me| right now)*[\s!.?]*$`,
    String.raw`\bwhat (?:is|do i have|do we have|have i got|else|needs doing)\b.{0,24}\b(?:on my (?:plate|list|desk)|to do|next|up|left|doing|going on)\b`,
    String.raw`\b(?:on my (?:plate|desk|list)|my (?:to-?dos?|tasks|work))\b`,
  ].join('|'),
);

const POLICY =
  /\b(?:policy|policies|postage|shipping (?:costs?|fees?|charges?)|return shipping|carriage|warranty|guarantee|who pays|who covers|who bears|how long|how many days|how much time|deadline|time limit|cut-?off|restock(?:ing)?|pictures?|photos?|rules?|allowed|permitted|entitled|eligible|liable|responsible|do we (?:\w+ )?(?:refund|accept|take|cover|pay|charge|offer|exchange|need|allow|give|replace|reimburse|ship|require)|(?:can|may|do|does|must|should|is|are) (?:a |the |our )?(?:customers?|buyers?|clients?|shoppers?|people|someone)|(?:can|may|must|do|should) (?:we|i|they) (?:ever |still |also )?(?:refuse|decline|charge|deduct|accept|reject|refund|exchange|ask for|keep|offer|cancel (?:an? |orders?\b)|return|send|insure|waive)|what (?:happens|if)|change of mind|changes? (?:his|her|their) minds?|artificial damage|misuse|out of stock|backorders?|original (?:box|packag|shipping)|packaging|invoice|insur\w*|terms|conditions|clause|p\d{1,2}\b|free returns?|window|returns?\b.{0,20}\b(?:work|policy)|refund shipping|missing (?:parts|components|accessories)|gift cards?|sale items?|opened|without (?:an? )?rma|rma number|lost (?:parcels?|shipments?)|refused parcels?)\b/;

/** Asked in general, even where it speaks of "returns" as the lists do. */
const GENERAL =
  /\b(?:policy|policies|deadline for|how long|how many days|who pays|warranty|do we|customers? (?:\w+ )?(?:return|send|cancel|have|need|get)|what happens|allowed|postage|shipping)\b/;

const LOOK_UP =
  /\b(?:show|status|look ?up|look at|check|find|info|information|details|pull up|open up|what about|where is|update|news|anything on|lookup|display|view|see|get me|tell me|summary|history|going on|happening|overview|bring up|eta|tracking|who|when|chasing|chased|following up|follow up|checking in)\b/;

/** "It" points at what the thread is about; elsewhere it is a manner of speaking. */
const POINTS_AT_THREAD =
  /\b(?:it|this|that one|he|she|him|her|his|this order|this case|the order|the parcel|the refund)\b(?! is our)/;

const filterOf = (text: string): MeaningOf<'queue.list'>['filter'] => {
  if (/\bapprov|\bsign off\b|\bmy (?:ok|decision)\b/.test(text)) return 'approvals';
  if (/\b(?:overdue|late|due|expired|expiring|past (?:the|their) deadline)\b/.test(text)) return 'overdue';
  if (/\b(?:my|mine|me|i)\b/.test(text.replace(/\b(?:show|give|tell|send|get|list) me\b/g, ' '))) return 'mine';
  return /\bopen\b/.test(text) ? 'open' : undefined;
};

/** Without any reference: a greeting, a list, or a question about the policy. */
export const askedInGeneral = (subject: Subject, sentences: readonly Sentence[]): Meaning | null => {
  const { text, order, rma } = subject;
  const inThread = order !== undefined || rma !== undefined;
  if (GREETING.test(text) || HELP.test(text)) return { intent: 'help' };
  const asks = sentences.some(({ question }) => question);
  const general = asks && POLICY.test(text) && GENERAL.test(text);
  if (
    !general &&
    QUEUE.test(text) &&
    !(inThread && POINTS_AT_THREAD.test(text)) &&
    !/\b(?:policy|broken|does not)\b/.test(text)
  ) {
    const filter = filterOf(text);
    return { intent: 'queue.list', ...(filter === undefined ? {} : { filter }) };
  }
  const policy = POLICY.test(text) && !(inThread && POINTS_AT_THREAD.test(text));
  if ((asks && policy) || /\b(?:policy|policies|clause)\b/.test(text)) return { intent: 'policy.ask', topic: text };
  return null;
};

/** A question or a look-up about what the text or its thread names; else nothing we know. */
export const askedAbout = (subject: Subject, sentences: readonly Sentence[], bare: string): Meaning => {
  const { order, orders, rma, refersToNothing, oneList } = subject;
  const asks =
    sentences.some(({ question }) => question) || LOOK_UP.test(subject.text) || (bare === '' && !refersToNothing);
  if (!asks) return unknown(subject);
  if (rma !== undefined)
    return orders.length > 0 && subject.named.rmas.length > 0 && bare === ''
      ? unknown(subject)
      : { intent: 'rma.show', rma };
  if (order === undefined || !oneList) return unknown(subject);
  return orders.length > 1 ? { intent: 'order.show', orders: [...orders] } : { intent: 'order.show', order };
};
