import type { Draft } from '../../policy/app/commands.ts';
import type { Decision } from '../../policy/decision.ts';

/** What the bot has to say to a text: something to confirm, or words. Nothing here acts. */
export type Answer =
  | Readonly<{ kind: 'propose'; drafts: readonly Draft[] }>
  | Readonly<{ kind: 'tell'; text: string; orderId?: string; decision?: Decision | null }>
  /** Talk among people in a thread: not for us. */
  | Readonly<{ kind: 'silent' }>;

export const tell = (text: string, more: { orderId?: string; decision?: Decision | null } = {}): Answer => ({
  kind: 'tell',
  text,
  ...more,
});

export const propose = (...drafts: readonly Draft[]): Answer => ({ kind: 'propose', drafts });
