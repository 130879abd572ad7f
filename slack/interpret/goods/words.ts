/** Classes of words, by what they tell about where a name of goods begins and ends. Add a word to the class it is in. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

export const DEFINITE = set('the his her their my our your its this that these those');
export const INDEFINITE = set('a an');

/** Words between a number and the goods: "2 pcs", "a pair of". They are no part of the name. */
export const FILLERS = set('x × pcs pc pieces piece units unit pair pairs couple of the more extra additional');
/** With "of" behind them they belong to the name: "set of knives". */
export const MEASURES = set(
  'set sets pack packs box boxes bottle bottles bag bags roll rolls tube tubes tin tins jar jars',
);

/** What the goods are like rather than what they are: dropped in front of a name, a predicate behind it. */
export const STATES =
  set(`defective broken faulty damaged cracked leaking leaky dead missing smashed scratched torn dented
  chipped bent burnt burned jammed stuck loose melted rusty rusted stained mouldy moldy expired incomplete wrong incorrect
  different right correct same original new old used unused opened unopened sealed whole entire complete full second third
  other another doa kaput kaputt bad ok okay fine good great perfect discontinued unavailable sold backordered out short
  shattered crushed warped frayed ripped discoloured discolored faded wet soaked noisy silent flimsy wobbly crooked sticky
  smelly unwanted duplicate extra ordered purchased bought delivered received returned remaining last first only said`);

/** Sizes, colours and the like: part of a name, but no name alone. */
export const VARIANTS =
  set(`red blue green black white grey gray yellow orange purple pink brown beige navy gold silver teal maroon turquoise ivory cream khaki olive coral burgundy charcoal mint lilac toddler kids mens womens men's women's junior adult
  dark small medium large xl xxl xs s m l big bigger smaller larger tall short mini size sizes colour color colours colors
  shade shades version model models variant variants voltage style type kind edition brand sku upc eu uk us`);

/** What agents talk about that is not on an order. */
export const TALK =
  set(`order orders ord parcel parcels package packages packet shipment shipments delivery deliveries rma rmas return
  returns refund refunds exchange exchanges replacement replacements cancellation cancellations request requests
  ticket tickets cases item items product products article articles unit units piece pieces thing things stuff
  goods one ones rest remainder parts bit lot lots everything anything something nothing all none label labels
  number numbers customer customers cust client clients buyer buyers guest user users recipient receiver sender
  person people guy lady man woman husband wife son daughter mother father mum mom dad friend neighbour neighbor
  boss manager team colleague agent support staff driver courier carrier postman mailman warehouse picker packer
  supplier vendor manufacturer factory shop store business site amazon ebay dhl ups fedex usps gls dpd evri hermes
  money payment cost costs fee fees discount voucher vacation hospital address country days weeks months year years
  hour hours minute minutes times date deadline afternoon today yesterday tomorrow tonight monday tuesday wednesday
  thursday friday saturday sunday weekend january february march april june july august september october november
  december photos pictures pic pics images videos proof evidence mails email emails call calls tel telephone
  message messages chat note notes reply reason reasons problem problems issue issues trouble question questions
  complaint complaints mistake mistakes error errors fault faults defect defects damage damages accident mind
  policy warranty guarantee invoice receipt inventory backorder status update info information details tracking way
  hands boxes packaging wrapping content contents inside outside arrival unpacking use usage try second seconds
  chance favour favor help thanks thank cheers hi hello hey dear regards sir madam mr mrs ms miss dr guys folks
  option options solution duplicate duplicates remorse ability lol haha omg btw fyi asap eta nff doa rts pls plz
  please kindly thx ty sorry yes no ok okay fraud fraudster spam urgent urgently priority sides ear ears left right
  middle corner corners quality noises smell signal colour color size sizes shape look feel fit taste allergy
  reaction instead anymore anyway already again too also just only still yet really very quite rather totally
  completely properly correctly immediately apparently probably maybe perhaps actually basically literally simply
  never ever always sometimes twice once online elsewhere somewhere cheaper shipping postage freight transit route
  scan scans lines version expectation expectations description listing partial partially single several many few
  much more most less least enough cancel cancels buyer's customer's ref reference re thread batch supply demand
  available availability system record records database`);

/** No goods alone, and part of a name in front of one: "phone case", "water bottle". */
export const SOFT =
  set(`phone mobile office gift birthday photo picture video water light door home house wedding christmas kids mail
  case card box time night evening morning side top front edge name cash heat air power sound hand bottom end
  line noise image stock holiday summer winter spring autumn street city test baby travel website liquid month week
  day part half boy girl men mens women womens account company present price tag kid`);

/** What goods consist of: named when it fails, but what is sent back is the thing it belongs to. */
export const PARTS =
  set(`lid lids handle handles motor motors engine screen display button buttons zip zipper strap straps
  seam seams sole soles hinge hinges leg legs foot feet arm arms wheel wheels lens lenses plug socket port ports cord wire
  wires battery batteries charger cable cables adapter adaptor remote manual cap cover glass blade blades switch knob knobs
  earcup earcups earpad earpads cushion stitching sleeve sleeves collar pocket buckle clasp chain stand base shade bulb
  heating element thermostat fuse valve nozzle filter seal gasket spout rim bottom pump drawer shelf panel door
  firmware bluetooth wifi app software connection accessories accessory component components documents paperwork box
  keys key armrest headrest earpiece hem lining tip trackpad speaker microphone mic camera`);

/** Closed-class words: they end a name and belong to none. */
export const FUNCTION =
  set(`i me we us you he him she they them it who whom whose which what that there here and or but nor
  so because since as if unless until till while when where why how although though than then also for from to in on at
  by with without within of off out up down into onto over under about after before during between through via per against
  is are was were be been being am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't
  didn't dont doesnt didnt can could will would shall should may might must can't cant cannot couldn't won't wont wouldn't
  shouldn't not never no ain't isnt arent wasnt werent hasnt havent wouldnt couldnt shouldnt im i'm i'll i've we're we've
  we'd he's she's it's they're they've he'd she'd they'd that's there's let lets let's everything anyone someone somebody
  nobody everyone each every any some such own both either neither too very w/ w/o 4 u ur & + every per plus minus like now
  away back aside apart together himself herself themselves itself myself ourselves
  soon later ago next last instead still already yet again ever only just even not`);

/** Base forms; their -s, -ed and -ing forms follow. Nouns that are goods as often as verbs are left out. */
const VERBS = `want need like love hate prefer wish ask say tell call write claim complain report state mention explain
  confirm request demand insist expect think believe know hope wonder decide agree refuse accept reject decline deny approve
  change order buy purchase choose pick select click get receive take give send ship post deliver arrive come go bring
  return refund exchange replace swap cancel remove drop delete stop kill void scrap strike keep leave put pack mix forget
  lose find miss work function turn start switch charge heat spin pair connect play close open run respond hold break
  crack smash shatter scratch tear leak drip malfunction buzz hum rattle flicker spark smoke overheat smell fall die fail
  freeze crash reboot vibrate squeak beep wobble peel fade shrink clog jam stick burn melt snap split warp rust stain fit
  match suit look feel seem appear become make use try test check inspect examine unpack return regret
  process create issue raise book arrange begin register log file set help please thank wait let see hear show happen
  contain include belong cost pay owe offer cover discontinue sell supply fulfil fulfill source stock restock backorder
  reach contact note assign mark pull push fix repair mend resolve handle do have be dispatch collect
  return fetch`
  .split(/\s+/)
  .filter((word) => word !== '');

const PAST_FORMS =
  set(`wanted said told wrote chose got gotten took taken gave given sent came gone went brought left kept
  lost found broke broken fell fallen died froze shrank stuck snapped split tore torn wore worn held ran spun burnt burned
  melted felt became made used tried paid sold bought thought knew known forgot forgotten began begun put set let saw seen
  heard showed shown happened met done did cancelled canceled cancelling canceling stopped dropped swapped shipped wont
  stops stoped recieved recieve heats smells keeps makes says goes does doa nff rts fits pairs`);

const inflections = (verb: string): string[] => {
  const stem = verb.replace(/e$/, '');
  const es = /(?:s|x|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const ed = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [verb, es, ed, `${stem}ing`];
};

export const ACTIVITY: ReadonlySet<string> = new Set([...VERBS.flatMap(inflections), ...PAST_FORMS]);

/** What only people do: the name in front is somebody, no goods. */
export const PERSONAL = set(`wants want wanted needs says say said asks asked told tells called calls phoned rang wrote
  writes emailed mailed messaged claims claimed complains complained reports reported insists would prefers changed
  ordered bought chose picked received got gets returned sent thinks thought decided agreed agrees refused refuses regrets
  hates loves likes doesn't does is happy`);

/** Verbs whose object is the goods meant. */
export const TAKES_GOODS = set(`cancel cancels cancelling canceling return returns returning exchange exchanging replace
  replacing swap swapping remove removing drop take keep supply ship deliver fulfil fulfill source send sending refund
  strike got received receive receives get gets rma bought backorder discontinued cancelled want wants need order ordered`);
