import type { Dice } from './dice.ts';

/** What happens to one customer's order. */
export type Story =
  | 'cancel'
  | 'cancel-part'
  | 'too-late'
  | 'return'
  | 'backorder'
  /** The carrier brings the parcel back (P13). */
  | 'refused'
  /** Asked for in Shopify itself; here and there somebody approves it there by hand. */
  | 'asked'
  /** Asked for in Shopify, and declined there by hand, or taken back by the customer. */
  | 'asked-declined'
  | 'exchange'
  /** Somebody refunds by hand in Shopify while Makegood is about to. */
  | 'hand-cancel'
  | 'hand-return';

/** Stories at whose end the whole order is cancelled. */
export const CANCELS: ReadonlySet<Story> = new Set(['cancel', 'backorder', 'hand-cancel']);
/** Stories about goods that come back. */
export const RETURNS: ReadonlySet<Story> = new Set(['return', 'refused', 'asked', 'exchange', 'hand-return']);
/** Stories of what has left already. */
export const SHIPPED: ReadonlySet<Story> = new Set([...RETURNS, 'too-late', 'asked-declined']);

export type Planned = Readonly<{
  index: number;
  name: string;
  story: Story;
  /** Talked through in Slack, word by word and button by button; otherwise asked by command, which is quicker. */
  inSlack: boolean;
  /** As posted to the sandbox. */
  order: Readonly<Record<string, unknown>>;
  /** Units of each line that the story is about. */
  units: readonly number[];
  /** What the customer pays in, and how many minor units of it a gift card pays; 0: one payment. */
  currency: string;
  giftCard: number;
  /** All that the customer paid, in minor units of `currency`. */
  paid: number;
  reason: 'changed_mind' | 'defective' | 'wrong_item_sent';
  dice: Dice;
}>;

/**
 * So many orders. The first few are told in Slack.
 * @param only  of these stories; none: of all
 */
export const makePlan = (
  dice: Dice,
  count: number,
  inSlack: number,
  only: readonly string[] = [],
): readonly Planned[] => {
  const stories = only.length === 0 ? STORIES : STORIES.filter((story) => only.includes(story));
  return Array.from({ length: count }, (_, index) =>
    planOne(dice.split(), stories[index % stories.length] as Story, index, index < inSlack),
  );
};

const STORIES: readonly Story[] = [
  'cancel',
  'return',
  'cancel-part',
  'refused',
  'backorder',
  'hand-return',
  'asked',
  'too-late',
  'exchange',
  'hand-cancel',
  'return',
  'asked-declined',
];
/** In Slack as many orders are cancelled or come back as elsewhere are out of stock, refused, asked for … */
const IN_SLACK: Readonly<Partial<Record<Story, Story>>> = {
  backorder: 'cancel',
  'hand-cancel': 'cancel',
  refused: 'return',
  asked: 'return',
  'asked-declined': 'return',
  exchange: 'return',
  'hand-return': 'return',
};

/** What customers pay in, its decimals, and how many of its units are one of the shop's currency. */
const CURRENCIES = [
  { code: 'USD', decimals: 2, rate: 1 },
  { code: 'USD', decimals: 2, rate: 1 },
  { code: 'EUR', decimals: 2, rate: 0.8713 },
  { code: 'JPY', decimals: 0, rate: 151.37 },
  { code: 'KWD', decimals: 3, rate: 0.3071 },
] as const;
const USD = CURRENCIES[0];
type Currency = (typeof CURRENCIES)[number];

/** Sold by the sandbox's shop, so that it can be sent again. */
const EXCHANGEABLE = { title: 'Replacement ear pads', sku: 'AUR-EP-01', cents: 1290 } as const;

const planOne = (dice: Dice, due: Story, index: number, inSlack: boolean): Planned => {
  const story = inSlack ? (IN_SLACK[due] ?? due) : due;
  // In Slack of one article, so that a sentence can name it.
  const lines = Array.from({ length: inSlack || story === 'exchange' ? 1 : dice.between(1, 3) }, (_, line) =>
    aLine(dice, line),
  );
  if (story === 'exchange') Object.assign(lines[0] as Line, EXCHANGEABLE);
  // A part can only be asked for where there is more than one unit.
  if (story === 'cancel-part' && lines.every((line) => line.quantity === 1)) (lines[0] as Line).quantity = 2;
  const name = `#${2001 + index}`;
  const shipping = dice.between(1, 1500);
  const currency = inSlack || story === 'exchange' ? USD : dice.pick(CURRENCIES);
  const paid = paidFor(lines, shipping, currency);
  const giftCard = story !== 'exchange' && dice.chance(0.3) ? dice.between(1, paid - 1) : 0;
  return {
    index,
    name,
    story,
    inSlack,
    units: unitsOf(dice, story, lines),
    currency: currency.code,
    giftCard,
    paid,
    reason: reasonOf(dice, story, inSlack),
    dice,
    order: {
      name,
      email: `customer-${index}@example.com`,
      currency: 'USD',
      presentment_currency: currency.code,
      taxes_included: false,
      customer: { first_name: 'Robin', last_name: `Example ${index}`, email: `customer-${index}@example.com` },
      shipping_address: {
        first_name: 'Robin',
        last_name: 'Example',
        address1: '1 Test Street',
        city: 'Albany',
        province_code: 'NY',
        zip: '12207',
        country_code: 'US',
      },
      line_items: lines.map(({ title, sku, cents, quantity, taxPermille }) => ({
        title,
        ...(sku === undefined ? {} : { sku }),
        quantity,
        ...priced(cents, currency),
        tax_lines: [
          { title: 'tax', rate: taxPermille / 1000, ...priced(taxOf(cents, quantity, taxPermille), currency) },
        ],
      })),
      shipping_lines: [{ title: 'Standard', ...priced(shipping, currency), tax_lines: [] }],
      ...(giftCard === 0
        ? {}
        : {
            transactions: [
              { gateway: 'gift_card', minor: giftCard },
              { gateway: 'bogus', minor: paid - giftCard },
            ].map(({ gateway, minor }) => ({
              kind: 'sale',
              status: 'success',
              gateway,
              amount: decimal(minor, currency.decimals),
              currency: currency.code,
            })),
          }),
    },
  };
};

const reasonOf = (dice: Dice, story: Story, inSlack: boolean): Planned['reason'] =>
  story === 'exchange'
    ? 'wrong_item_sent'
    : inSlack || story === 'asked' || story === 'hand-return'
      ? 'changed_mind'
      : dice.pick(['changed_mind', 'defective', 'wrong_item_sent'] as const);

type Line = { title: string; sku?: string; cents: number; quantity: number; taxPermille: number };

/** Odd cents and odd taxes: an amount that is split unevenly is where a cent gets lost. */
const aLine = (dice: Dice, index: number): Line => ({
  title: ['Headphones', 'Charging cable', 'Carrying case'][index] as string,
  cents: dice.between(99, 19_999),
  quantity: dice.between(1, 4),
  taxPermille: dice.pick([0, 70, 80, 89]),
});

const unitsOf = (dice: Dice, story: Story, lines: readonly Line[]): readonly number[] => {
  if (CANCELS.has(story) || story === 'too-late' || story === 'refused') return lines.map((line) => line.quantity);
  const all = lines.reduce((sum, line) => sum + line.quantity, 0);
  for (;;) {
    const units = lines.map((line) => dice.between(0, line.quantity));
    const chosen = units.reduce((sum, count) => sum + count, 0);
    if (chosen > 0 && (story !== 'cancel-part' || chosen < all)) return units;
  }
};

const taxOf = (cents: number, quantity: number, permille: number): number =>
  Math.round((cents * quantity * permille) / 1000);

/** US cents in minor units of what the customer pays in. */
const converted = (cents: number, { decimals, rate }: Currency): number =>
  Math.round((cents / 100) * rate * 10 ** decimals);

const paidFor = (lines: readonly Line[], shipping: number, currency: Currency): number =>
  converted(shipping, currency) +
  lines.reduce(
    (sum, { cents, quantity, taxPermille }) =>
      sum + converted(cents, currency) * quantity + converted(taxOf(cents, quantity, taxPermille), currency),
    0,
  );

/** An amount as Shopify writes it: in the shop's currency, and in the one the customer pays in. */
const priced = (cents: number, currency: Currency) => ({
  price: decimal(cents, 2),
  price_set: {
    shop_money: { amount: decimal(cents, 2), currency_code: 'USD' },
    presentment_money: { amount: decimal(converted(cents, currency), currency.decimals), currency_code: currency.code },
  },
});

export const decimal = (minor: number, decimals: number): string => {
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** Minor units of an amount as Shopify writes it. */
export const minorOf = (amount: string, currency: string): number =>
  Math.round(Number(amount) * 10 ** decimalsOf(currency));

export const decimalsOf = (currency: string): number => CURRENCIES.find((one) => one.code === currency)?.decimals ?? 2;
