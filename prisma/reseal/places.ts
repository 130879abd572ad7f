import { bodyPlace } from '../inbox/body.ts';
import { slackPlace } from '../installations.ts';
import { keyPlace, textPlace } from '../language-models.ts';
import { privacyPlace } from '../privacy/rows.ts';
import { contactPlace } from '../store/orders.ts';
import { parcelPlace } from '../store/parcels.ts';
import { proposalPlace } from '../store/proposals.ts';
import { transcriptPlace } from '../store/transcripts.ts';
import { tokensPlace } from '../tokens.ts';

type Key = 'text' | 'uuid' | 'date';

/** A column that holds sealed values, and what each is bound to. Table and column names are our own words. */
export type SealedColumn = Readonly<{
  table: string;
  /** Begins as the primary key does, so that rows come in its index's order; each column with its SQL type. */
  key: Readonly<Record<string, Key>>;
  /** Where the value lies; in a column that is no `bytea` as base64. */
  value: string;
  type: 'bytea' | 'text';
  /** The assignment that puts `told` there. */
  set(told: string): string;
  /** @param key the key's values, in its order */
  place(...key: readonly string[]): string;
}>;

const bytes = (
  table: string,
  column: string,
  key: SealedColumn['key'],
  place: (...key: string[]) => string,
): SealedColumn => ({ table, key, value: column, type: 'bytea', set: (told) => `${column} = ${told}`, place });

export const ORDERS = bytes('orders', 'contact', { shop: 'text', id: 'text' }, (shop = '', id = '') =>
  contactPlace(shop, id),
);

/** Everything that is sealed; a test compares it with what a database holds. */
export const SEALED: readonly SealedColumn[] = [
  bytes('shop_tokens', 'sealed', { shop: 'text' }, (shop = '') => tokensPlace(shop)),
  bytes('slack_installations', 'bot_token', { team: 'text' }, (team = '') => slackPlace(team)),
  bytes('language_models', 'api_key', { shop: 'text' }, (shop = '') => keyPlace(shop)),
  bytes('model_calls', 'text', { id: 'uuid', shop: 'text' }, (id = '', shop = '') => textPlace(shop, id)),
  bytes('privacy_requests', 'subject', { id: 'uuid', shop: 'text' }, (id = '', shop = '') => privacyPlace(shop, id)),
  bytes('transcripts', 'sealed', { shop: 'text', channel: 'text', ts: 'text' }, (shop = '', channel = '', ts = '') =>
    transcriptPlace({ shop, channel, ts }),
  ),
  ORDERS,
  {
    table: 'parcels',
    key: { id: 'uuid', shop: 'text' },
    value: 'seen',
    type: 'text',
    set: (told) => `seen = ${told}`,
    place: (id = '', shop = '') => parcelPlace({ shop, id }),
  },
  {
    table: 'proposals',
    key: { id: 'uuid' },
    value: `draft->'contact'->>'sealed'`,
    type: 'text',
    set: (told) => `draft = jsonb_set(draft, '{contact,sealed}', to_jsonb(${told}))`,
    place: (id = '') => proposalPlace(id),
  },
  bytes('inbox', 'body', { key: 'uuid', day: 'date' }, (key = '') => bodyPlace(key)),
];
