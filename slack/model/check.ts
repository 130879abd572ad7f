import { type InterpretContext, Meaning } from '../interpret/index.ts';
import { takeReferences } from '../interpret/references.ts';
import { hesitates } from '../interpret/speech/hesitation.ts';
import { sentencesOf } from '../interpret/speech/sentences.ts';
import { normalise } from '../interpret/spelling.ts';
import { type Asked, TOOLS } from './ask.ts';

type Checked = Readonly<{ ok: true; meaning: Meaning }> | Readonly<{ ok: false; why: string }>;

/** What changes nothing where it is meant wrongly. */
const HARMLESS: ReadonlySet<Meaning['intent']> = new Set(['order.show', 'rma.show', 'queue.list', 'policy.ask']);

/**
 * What a model says passes the grammar's own parser, and may name nothing that the text or its thread does not: no order,
 * no case, no address. Of a question or a condition it may make no action.
 */
export const checkAsked = ({ calls }: Asked, text: string, context: InterpretContext): Checked => {
  const [call, second] = calls;
  if (call === undefined) return { ok: false, why: 'it proposed nothing' };
  if (second !== undefined) return { ok: false, why: 'it proposed several things at once' };
  const option = TOOLS.get(call.name);
  if (option === undefined) return { ok: false, why: `it called ${call.name.slice(0, 40)}, which is no tool` };
  if (typeof call.input !== 'object' || call.input === null)
    return { ok: false, why: `its ${call.name} is not well-formed` };
  const input = withoutNulls(call.input);
  const parsed = Meaning.safeParse({ ...input, intent: option.shape.intent.value });
  if (!parsed.success) return { ok: false, why: `its ${call.name} is not well-formed` };
  const meaning = parsed.data;
  if (!saysWhatItIsAbout(meaning)) return { ok: false, why: 'it did not say which order or case' };
  const invented = namesWhatIsNotThere(meaning, text, context);
  if (invented !== null) return { ok: false, why: `it named ${invented}, which nobody wrote` };
  if (!HARMLESS.has(meaning.intent)) {
    const said = normalise(takeReferences(text).rest);
    if (sentencesOf(said).some(({ question }) => question)) return { ok: false, why: 'a question is no instruction' };
    if (hesitates(said)) return { ok: false, why: 'a thought or a condition is no instruction' };
  }
  return { ok: true, meaning };
};

/** Lists, and questions about the policy, are about nothing in particular. */
const saysWhatItIsAbout = (meaning: Meaning): boolean =>
  meaning.intent === 'queue.list' ||
  meaning.intent === 'policy.ask' ||
  ['order', 'orders', 'rma'].some((field) => field in meaning);

/** Models write `null` for what they leave out; a quantity may be null. */
const withoutNulls = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));

const namesWhatIsNotThere = (meaning: Meaning, text: string, context: InterpretContext): string | null => {
  const { orders, rmas, email, phone } = takeReferences(text);
  const known = new Set([...orders, ...rmas, email, phone, context.rma, context.order].filter((one) => one != null));
  if (context.order !== undefined) known.add(`#${context.order.replace('#', '')}`);
  const named = meaning as { order?: string; orders?: string[]; rma?: string; email?: string; phone?: string };
  return (
    [named.order, ...(named.orders ?? []), named.rma, named.email, named.phone].find(
      (one) => one !== undefined && !known.has(one),
    ) ?? null
  );
};
