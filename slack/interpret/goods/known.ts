/**
 * Things that shops sell. A name that ends in one of these is goods wherever it stands; others are found by where they
 * stand. None of these words is ever taken for a typing error of another word.
 */
const NOUNS =
  `adapter adaptor airpods alarm amplifier apron armchair backpack bag ball balm band basket battery beanie bed bedside
  bedding beer belt bench bib bicycle bike bin binder binoculars blanket blazer blender blind blinds blouse board boot
  bookcase bookshelf boots bottle bowl bowls bra bracelet bracket bread brooch broom brush bucket bulb bulbs cabinet cable
  cake calculator camera candle canister canvas cap car caps carafe card cardigan carpet cart case cereal chair chain
  chandelier charger cheese chessboard chino chocolate chopper cleanser cleats clip clock cloth coaster coasters coat
  coffee collar comb comforter compass computer console controller cooker cookie cookies cooler costume cot couch cover
  cracker crate cream crib crock cup cupboard curtain cushion cutlery decanter dehumidifier desk detergent diaper diffuser
  dish dishwasher doll doorbell dress dresser drill drone drum dryer dumbbell duvet earbud earbuds earphone earphones
  earring earrings easel eggs espresso extender fan faucet figurine filter fish flask flashlight flip-flops float flour
  flower fork frame freezer fridge fryer funnel futon garland garment glass glasses globe glove gloves glue
  goggles grater grill grinder guitar hairbrush hairdryer hammer hammock handbag hanger hat headband headphone headphones
  headset heater helmet hob hoodie hook hose humidifier ipad iphone iron jacket jar jeans jeggings jersey jewellery
  jewelry jigsaw jug juicer jumper kettle keyboard keyring kimono kit knife knives lamp lampshade lantern laptop leash
  leggings lens light lights lipstick loafers lotion luggage macbook machine magazine magnet mask mat mattress microphone
  microscope microwave mic mill mirror mittens mixer modem monitor mop mouse mug mugs napkin necklace nightstand notebook
  oil opener organiser organizer ottoman oven overalls paddle paint painting pajamas pan panini pants parka pen pencil
  pendant perfume phone pillow pillows pillowcase pitcher planner plant planter plate plates plug pocketwatch polo pool
  poster pot pouch powerbank press print printer projector purse puzzle pyjamas quilt rack racket radio rake razor
  receiver recorder rice ring robe robot roller router rucksack rug ruler saddle salt sandal sandals sauce saucepan
  saucer saw scale scales scarf scissors scooter screwdriver serum shampoo shaver shears sheet shelf shelves shirt shoe
  shoes shorts shovel shower skateboard skates ski skillet skirt sleeve slipper slippers smartphone smartwatch sneaker
  sneakers soap sock socks sofa soundbar spatula speaker speakers spoon sprayer stand stapler steamer sticker stocking
  stockings stool stove strainer straw stroller suit suitcase sunglasses sunscreen supplement sweater sweatshirt
  swimsuit switch sword table tableware tablet tank tap tea teapot telescope tent thermometer thermos tie tights tile
  timer toaster toothbrush top torch towel towels toy tracksuit trainers tray treadmill trimmer tripod trolley trouser
  trousers trunk tumbler turntable tv umbrella underwear vacuum vase vest vinyl vitamin wallet wallpaper wardrobe washer
  watch webcam wheel whisk whistle wig wine wok wrench yarn yoga`.split(/\s+/);

/** Short words that a typing error could make of others: never corrected, though they need not be goods. */
export const KNOWN_GOODS: ReadonlySet<string> = new Set(NOUNS);

const singular = (word: string): string[] => [
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
  word.replace(/ies$/, 'y'),
];

export const isKnownGoods = (word: string): boolean =>
  KNOWN_GOODS.has(word) || singular(word).some((form) => KNOWN_GOODS.has(form));
