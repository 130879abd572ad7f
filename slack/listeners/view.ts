import type { App, ViewSubmitAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';
import { type SlackFile, SlackFile as SlackFileSchema } from '../files/download.ts';
import type { FormMemory } from '../views/forms/inputs.ts';
import { FAILED, type Pressed, pressedOf, tellPresser } from './interaction.ts';

const Memory = z.object({
  proposalId: z.string().optional(),
  caseId: z.string().optional(),
  intentId: z.string().optional(),
  orderId: z.string().optional(),
  parcelId: z.string().optional(),
  field: z.string().optional(),
  channel: z.string().optional(),
  threadTs: z.string().optional(),
});

export const memoryOf = (metadata: string): FormMemory => {
  try {
    return Memory.parse(JSON.parse(metadata));
  } catch {
    return {};
  }
};

/** One field as Slack hands it back, whatever its element was. */
type Raw = Readonly<{
  value?: string | null;
  selected_date?: string | null;
  selected_option?: { value?: string } | null;
  selected_options?: readonly { value?: string }[];
  files?: readonly unknown[];
}>;

/** What was filled in, by block. */
export type Filled = Readonly<{
  text(block: string): string | undefined;
  choice(block: string): string | undefined;
  /** A local date, `2026-12-01`. */
  date(block: string): string | undefined;
  choices(block: string): readonly string[];
  files(block: string): readonly SlackFile[];
  blocks: readonly string[];
}>;

export const filledIn = (values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Filled => {
  const raw = (block: string): Raw => (Object.values(values[block] ?? {})[0] ?? {}) as Raw;
  const some = (value: string | null | undefined): string | undefined => {
    const trimmed = value?.trim();
    return trimmed === undefined || trimmed === '' ? undefined : trimmed;
  };
  return {
    text: (block) => some(raw(block).value),
    date: (block) => some(raw(block).selected_date),
    choice: (block) => some(raw(block).selected_option?.value),
    choices: (block) => (raw(block).selected_options ?? []).flatMap((option) => option.value ?? []),
    files: (block) =>
      (raw(block).files ?? []).flatMap((file) => {
        const parsed = SlackFileSchema.safeParse(file);
        return parsed.success ? [parsed.data] : [];
      }),
    blocks: Object.keys(values),
  };
};

/** A form that was sent. */
export type Submission = Readonly<{
  pressed: Pressed;
  memory: FormMemory;
  filled: Filled;
  id: string;
  viewId: string;
  client: webApi.WebClient;
  token: string | null;
}>;

/** Errors by block (shown at the fields), or the work that remains once the form is closed. */
export type Checked = Readonly<{ errors: Record<string, string> }> | Readonly<{ run: () => Promise<void> }>;

/** Checks first: what is wrong stays in the form, at its field. Then closes the form and runs. */
export const onView = (
  bolt: App,
  deps: SlackDeps,
  callback: string,
  check: (submission: Submission) => Promise<Checked>,
): void => {
  bolt.view<ViewSubmitAction>(
    { callback_id: callback, type: 'view_submission' },
    async ({ ack, body, view, client, context }) => {
      const memory = memoryOf(view.private_metadata);
      // A form has no channel of its own; what is said about it goes where the form came from.
      const pressed: Pressed = {
        ...pressedOf(body, client),
        channel: memory.channel ?? null,
        threadTs: memory.threadTs ?? null,
        triggerId: null,
      };
      const trigger = (body as { trigger_id?: string }).trigger_id ?? view.hash;
      const submission: Submission = {
        pressed,
        memory,
        filled: filledIn(view.state.values),
        id: `${pressed.team}:${pressed.user}:${view.id}:${trigger}`,
        viewId: view.id,
        client,
        token: context.botToken ?? null,
      };
      const checked = await check(submission);
      if ('errors' in checked) {
        await ack({ response_action: 'errors', errors: checked.errors });
        return;
      }
      await ack();
      try {
        await checked.run();
      } catch (error) {
        deps.log.error({ err: error, form: callback }, 'a form could not be handled');
        await tellPresser(deps, pressed, FAILED);
      }
    },
  );
};
