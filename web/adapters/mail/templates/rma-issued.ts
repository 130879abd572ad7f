import type { ClauseId } from '../../../../policy/clauses.ts';
import type { WayBack } from '../../../../policy/decide/way-back.ts';
import type { Deadline, Estimate } from '../../../../policy/decision.ts';
import type { Settings } from '../../../../policy/settings.ts';
import { showDeadline } from '../../../../policy/texts/customer/dates.ts';
import { amountsBlock, policyBlocks } from '../amounts.ts';
import {
  type Block,
  choices,
  greeting,
  heading,
  type MailBase,
  type MailDocument,
  type MailItem,
  note,
  paragraph,
} from '../blocks.ts';

export type RmaIssuedData = MailBase &
  Readonly<{
    /** `RMA-4F7K2QZ` */
    rma: string;
    items: readonly MailItem[];
    returnAddress: readonly string[];
    /** Last day for the parcel to be here; null where there is none. */
    deadline: Deadline | null;
    /** Until then it has to be with the carrier; else with us (A11). */
    bySending: boolean;
    isDefective: boolean;
    /** What becomes of a parcel without its number (A12). */
    unmarked: Settings['unmarkedParcel'];
    wayBack: WayBack;
    /** A parcel that is lost on its way is the customer's loss (P38). */
    theirRisk: boolean;
    estimate: Estimate | null;
    /** A19: the customer may choose between refund and exchange. */
    links: Readonly<Partial<Record<'tracking' | 'remedy' | 'case' | 'withdraw', string>>>;
  }>;

/** P29–P37: the number, where to, until when, and how to pack. The label sheet is attached. */
export const rmaIssued = (data: RmaIssuedData): MailDocument => {
  const { words, rma, orderName: order, links } = data;
  const say = words.say;
  return {
    subject: say('rma-issued.subject', { rma, order }),
    preview: say('rma-issued.preview', { rma }),
    title: say('rma-issued.title'),
    blocks: [
      greeting(data),
      paragraph(say('rma-issued.intro', { order })),
      { kind: 'highlight', label: say('label.rma'), value: rma },
      ...lastDay(data),
      heading(say('rma-issued.to')),
      ...sendTo(data),
      heading(say('rma-issued.contents')),
      { kind: 'items', items: data.items, toTick: true },
      note(say('rma-issued.everything')),
      heading(say('rma-issued.what-to-do')),
      { kind: 'steps', steps: steps(data) },
      ...(links.remedy === undefined ? [] : [paragraph(say('rma-issued.choose'))]),
      ...choices([
        { label: say('rma-issued.track-link'), url: links.tracking },
        { label: say('rma-issued.choose-link'), url: links.remedy },
        { label: say('rma-issued.see-link'), url: links.case },
        { label: say('rma-issued.withdraw-link'), url: links.withdraw },
      ]),
      ...expected(data),
      note(say('rma-issued.sheet')),
      ...policyBlocks(clausesOf(data), words, data.estimate?.total == null ? null : data.estimate),
    ],
  };
};

/** Where to. A shop that has not said where it takes returns is asked. */
export const sendTo = ({ returnAddress, words }: Pick<RmaIssuedData, 'returnAddress' | 'words'>): Block[] =>
  returnAddress.length === 0
    ? [paragraph(words.say('rma-issued.to.ask'))]
    : [{ kind: 'address', lines: returnAddress }];

/**
 * P2 is quoted where it matters: for what is said to be defective. P26 says that postage is not refunded, P38 that a
 * loss is not ours: neither stands where we bear the cost, or where the label is ours.
 */
const clausesOf = ({
  isDefective,
  unmarked,
  theirRisk,
  wayBack: { paidBy, clause },
}: RmaIssuedData): readonly ClauseId[] => [
  ...(isDefective ? (['P2', 'P21'] as const) : []),
  ...(isDefective && paidBy === 'merchant' ? [] : [clause]),
  'P33',
  ...(unmarked === 'refuse' ? (['P35'] as const) : []),
  ...(theirRisk ? (['P38'] as const) : []),
];

/** Until when it has to be here, or with the carrier, and what follows where it is not. */
export const lastDay = ({
  deadline,
  bySending,
  words,
}: Pick<RmaIssuedData, 'deadline' | 'bySending' | 'words'>): Block[] =>
  deadline === null
    ? []
    : [
        {
          kind: 'facts',
          facts: [
            { label: words.say(bySending ? 'label.due.sent' : 'label.due'), value: showDeadline(deadline, words) },
          ],
        },
        note(words.say(bySending ? 'rma-issued.late.sent' : 'rma-issued.late')),
      ];

const steps = ({ rma, unmarked, wayBack, theirRisk, isDefective, words }: RmaIssuedData): string[] => [
  words.say(isDefective ? 'rma-issued.pack.defective' : 'rma-issued.pack'),
  words.say(unmarked === 'refuse' ? 'rma-issued.mark.refused' : 'rma-issued.mark', { rma }),
  words.say(`rma-issued.postage.${wayBack.paidBy === 'customer' && !theirRisk ? 'our-risk' : wayBack.paidBy}`),
  words.say('rma-issued.track'),
  words.say(isDefective ? 'rma-issued.test' : 'rma-issued.check'),
];

const expected = ({ estimate, words }: RmaIssuedData): Block[] => {
  if (estimate === null || estimate.total === null) return [];
  return [
    heading(words.say('heading.expect')),
    amountsBlock({ ...estimate, total: estimate.total }, words.say('amounts.if-accepted'), words),
  ];
};
