import { z } from 'zod';
import type { EvidenceRef } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { matchesType } from './magic.ts';

/** A file as Slack describes it in messages and forms; only what is looked at. */
export const SlackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
  file_access: z.string().nullish(),
});
export type SlackFile = z.infer<typeof SlackFile>;

/** Where Slack keeps files; the sandbox keeps them where its Web API is. */
const SLACK_FILE_HOST = 'files.slack.com';
/** A phone's photo has 5 to 12 MB. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 20;
const TIMEOUT_MS = 15_000;

const TYPES = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'application/pdf',
]);

export type Fetched = Readonly<{ stored: readonly EvidenceRef[]; refused: readonly string[] }>;

/** May the token be sent there? Only to Slack's file host over TLS, or to the configured Web API's own origin. */
export const mayFetch = (address: string, slackApiUrl: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  const api = new URL(slackApiUrl);
  if (api.hostname !== 'slack.com' && url.origin === api.origin) return true;
  return url.protocol === 'https:' && url.hostname === SLACK_FILE_HOST && url.port === '';
};

/** Reads at most `MAX_BYTES`, whatever the headers promised. */
const readBody = async (response: Response): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/** @returns the bytes, or why not, in words for whoever attached it. @throws where the connection broke: to be tried again */
const download = async (deps: SlackDeps, token: string, file: SlackFile): Promise<Uint8Array | string> => {
  const name = file.name ?? 'a file';
  const address = file.url_private_download ?? file.url_private;
  if (!address) return `${name}: Slack did not say where it is`;
  if (!mayFetch(address, deps.slackApiUrl)) return `${name}: it is not kept by Slack, please upload it here`;
  if (!TYPES.has(file.mimetype ?? '')) return `${name}: only photos (JPEG, PNG, WebP, GIF, HEIC) and PDF are kept`;
  if ((file.size ?? 0) > MAX_BYTES) return `${name}: it is larger than 20 MB`;
  // A redirect would carry the token to a host that nobody checked.
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status >= 500 || response.status === 429)
    throw new Error(`slack answered ${response.status} for a file`);
  if (!response.ok) return `${name}: Slack would not hand it out (${response.status})`;
  const bytes = await readBody(response);
  if (bytes === null) return `${name}: it is larger than 20 MB`;
  // A sign-in page, or a file that is not what its name says.
  return matchesType(bytes, file.mimetype ?? '') ? bytes : `${name}: it is no ${file.mimetype}`;
};

/** Attached photos into the evidence store; the same bytes are stored once. */
export const storeFiles = async (
  deps: SlackDeps,
  shop: string,
  token: string,
  files: readonly SlackFile[],
): Promise<Fetched> => {
  const stored: EvidenceRef[] = [];
  const refused: string[] = [];
  for (const file of files.slice(0, MAX_FILES)) {
    const result = await download(deps, token, file);
    if (typeof result === 'string') refused.push(result);
    else
      stored.push(
        await deps.evidence.put(shop, {
          name: (file.name ?? file.id).slice(0, 200),
          mimetype: file.mimetype ?? '',
          bytes: result,
        }),
      );
  }
  if (files.length > MAX_FILES) refused.push(`only the first ${MAX_FILES} files were kept`);
  return { stored, refused };
};
