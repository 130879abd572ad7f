import type { Dice } from './dice.ts';

/** What happens to one customer's order. */
export type Story = 'cancel' | 'cancel-part' | 'too-late' | 'return' | 'backorder';

/** Stories at whose end the whole order is cancelled. */
export const CANCELS: ReadonlySet<Story> = new Set(['cancel', 'backorder']);

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
  reason: 'changed_mind' | 'defective' | 'wrong_item_sent';
  dice: Dice;
}>;

/** So many orders, of all stories. The first few are told in Slack. */
export const makePlan = (dice: Dice, count: number, inSlack: number): readonly Planned[] =>
  Array.from({ length: count }, (_, index) => planOne(dice.split(), index, index < inSlack));

const STORIES: readonly Story[] = ['cancel', 'return', 'cancel-part', 'return', 'backorder', 'too-late'];

const planOne = (dice: Dice, index: number, inSlack: boolean): Planned => {
  const due = STORIES[index % STORIES.length] as Story;
  // In Slack as many orders are cancelled as are out of stock elsewhere.
  const story = inSlack && due === 'backorder' ? 'cancel' : due;
  // In Slack of one article, so that a sentence can name it.
  const lines = Array.from({ length: inSlack ? 1 : dice.between(1, 3) }, (_, line) => aLine(dice, line));
  // A part can only be asked for where there is more than one unit.
  if (story === 'cancel-part' && lines.every((line) => line.quantity === 1)) (lines[0] as Line).quantity = 2;
  const name = `#${2001 + index}`;
  return {
    index,
    name,
    story,
    inSlack,
    units: unitsOf(dice, story, lines),
    reason: inSlack ? 'changed_mind' : dice.pick(['changed_mind', 'defective', 'wrong_item_sent'] as const),
    dice,
    order: {
      name,
      email: `customer-${index}@example.com`,
      currency: 'USD',
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
      line_items: lines.map(({ cents, quantity, taxPermille, ...line }) => ({
        ...line,
        quantity,
        price: decimal(cents),
        tax_lines: [
          {
            title: 'tax',
            rate: taxPermille / 1000,
            price: decimal(Math.round((cents * quantity * taxPermille) / 1000)),
          },
        ],
      })),
      shipping_lines: [{ title: 'Standard', price: decimal(dice.between(1, 1500)), tax_lines: [] }],
    },
  };
};

type Line = { title: string; cents: number; quantity: number; taxPermille: number };

/** Odd cents and odd taxes: an amount that is split unevenly is where a cent gets lost. */
const aLine = (dice: Dice, index: number): Line => ({
  title: ['Headphones', 'Charging cable', 'Carrying case'][index] as string,
  cents: dice.between(99, 19_999),
  quantity: dice.between(1, 4),
  taxPermille: dice.pick([0, 70, 80, 89]),
});

const unitsOf = (dice: Dice, story: Story, lines: readonly Line[]): readonly number[] => {
  if (CANCELS.has(story) || story === 'too-late') return lines.map((line) => line.quantity);
  const all = lines.reduce((sum, line) => sum + line.quantity, 0);
  for (;;) {
    const units = lines.map((line) => dice.between(0, line.quantity));
    const chosen = units.reduce((sum, count) => sum + count, 0);
    if (chosen > 0 && (story === 'return' || chosen < all)) return units;
  }
};

const decimal = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
