import { prepared, type Queryable } from '../store/statement.ts';

/** Rows that hang on a case and carry no shop of their own: they go first. */
const OF_CASES = ['units', 'entries', 'decisions', 'customer_links', 'deadlines', 'refund_intents'] as const;

/** Everything else that is a shop's. What refers to another table comes before it. */
const OF_SHOP = [
  'case_keys',
  'cases',
  'proposals',
  'orders',
  'order_keys',
  'open_lines',
  'messages',
  'folded_cards',
  'transcripts',
  'evidence',
  'parcels',
  'dead_addresses',
  'mail_looks',
  'policy_drafts',
  'policy_backtests',
  'policy_versions',
  'people',
  'role_groups',
  'slack_states',
  'language_models',
  'model_calls',
  'reconciliations',
  'backfills',
  'shop_tokens',
  'inbox_open',
] as const;

/**
 * Removes everything of a shop, in the transaction of the command that decided it. What stays is its own history, whose
 * texts about people are cleared and whose chain stays whole, the privacy requests, and the effect that ends this one.
 * Numbers of cases and parcels go on where they ended, should the shop come back.
 */
export const emptyShop = async (db: Queryable, shop: string): Promise<void> => {
  await prepared(db, 'empty.case-effects', EFFECTS, [shop]);
  for (const table of OF_CASES)
    await prepared(
      db,
      `empty.${table}`,
      `DELETE FROM ${table} WHERE case_id IN (SELECT id FROM cases WHERE shop = $1)`,
      [shop],
    );
  for (const table of OF_SHOP) await prepared(db, `empty.${table}`, `DELETE FROM ${table} WHERE shop = $1`, [shop]);
  // The rows stay, so that a delivery that comes again is known; they say nothing any more.
  await prepared(db, 'empty.inbox', `UPDATE inbox SET body = ''::bytea WHERE shop = $1`, [shop]);
  await prepared(db, 'empty.slack', SLACK, [shop]);
  await prepared(db, 'empty.history', HISTORY, [shop]);
  await prepared(db, 'empty.requests', `UPDATE privacy_requests SET subject = NULL WHERE shop = $1`, [shop]);
  await prepared(db, 'empty.shop', 'DELETE FROM shops WHERE domain = $1', [shop]);
};

const EFFECTS = `DELETE FROM effects WHERE shop = $1 AND kind NOT LIKE 'privacy.%'`;

/** A workspace that another shop uses too stays. */
const SLACK = `
DELETE FROM slack_installations i USING shops s
 WHERE s.domain = $1 AND i.team = s.slack_team
   AND NOT EXISTS (SELECT FROM shops o WHERE o.slack_team = i.team AND o.domain <> $1)`;

const HISTORY = `UPDATE shop_entries SET by_name = '', text = '(cleared)', salt = NULL WHERE shop = $1 AND event NOT LIKE 'privacy.%'`;
