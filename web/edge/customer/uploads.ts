import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import type { EvidenceStore } from '../../../policy/app/ports.ts';
import type { EvidenceRef } from '../../../policy/app/records.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';
import { acceptPhoto, LARGEST_PHOTO, type PhotoProblem } from '../../shell/photos/accept-photo.ts';

/** A file as it came. `bytes` null: more than is taken; the rest of it was not kept. */
export type Upload = Readonly<{ name: string; bytes: Uint8Array | null }>;

/** More files than anybody chooses by mistake are not read. */
const MOST_FILES = 30;
/** Of all files of one request together. */
const LARGEST_REQUEST = 120 * 1024 * 1024;

export type Multipart = Readonly<{ fields: Readonly<Record<string, string>>; uploads: readonly Upload[] }>;

/**
 * Reads a form with files. A file that is too large is read to its end and dropped, so that the answer reaches who sent it.
 * @returns `too-much` where all of it together is larger than what is taken
 * @throws Error with `status` 400 where it is no such form
 */
export const readMultipart = (req: Request): Promise<Multipart | 'too-much'> =>
  new Promise((resolve, reject) => {
    if (Number(req.headers['content-length'] ?? 0) > LARGEST_REQUEST) {
      req.resume();
      return resolve('too-much');
    }
    const fields: Record<string, string> = {};
    const uploads: Upload[] = [];
    const type = req.headers['content-type'];
    if (type === undefined || !/^multipart\/form-data/i.test(type)) return reject(noForm());
    let reader: InstanceType<typeof Busboy>;
    try {
      reader = new Busboy({
        headers: { ...req.headers, 'content-type': type },
        limits: {
          fileSize: LARGEST_PHOTO,
          files: MOST_FILES,
          fields: 200,
          fieldSize: 20_000,
          parts: 240,
          headerPairs: 50,
        },
      });
    } catch {
      return reject(noForm());
    }
    reader.on('field', (name: string, value: string) => {
      // The first of a name counts.
      if (!Object.hasOwn(fields, name)) fields[name] = value;
    });
    reader.on('file', (_field: string, stream: Readable & { truncated?: boolean }, filename: string) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => chunks.splice(0));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // A file field that was left empty is sent as an empty file without a name.
        if (filename || bytes.length > 0)
          uploads.push({ name: cleanName(filename), bytes: stream.truncated ? null : bytes });
      });
    });
    let received = 0;
    req.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > LARGEST_REQUEST) {
        req.unpipe(reader);
        req.resume();
        resolve('too-much');
      }
    });
    req.on('aborted', () => reject(noForm()));
    reader.on('error', () => {
      req.unpipe(reader);
      req.resume();
      reject(noForm());
    });
    reader.on('finish', () => resolve({ fields, uploads }));
    req.pipe(reader);
  });

const noForm = (): Error => Object.assign(new Error('a form that is not taken'), { status: 400 });

/** A name to be shown: without a path, without what can't be seen. */
const cleanName = (name: string | undefined): string =>
  ((name ?? '').split(/[\\/]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 120)
    .trim() || 'photo';

export type UploadProblem = Readonly<{ name: string; why: PhotoProblem | 'too-many' | 'same' }>;

/** Photos into the store, each checked and without its place; what can't be kept is named. */
export const keepUploads = async (
  evidence: Pick<EvidenceStore, 'put'>,
  shop: string,
  uploads: readonly Upload[],
  limits: Readonly<{ most: number; known: ReadonlySet<string> }>,
): Promise<Readonly<{ kept: readonly EvidenceRef[]; problems: readonly UploadProblem[] }>> => {
  const kept: EvidenceRef[] = [];
  const problems: UploadProblem[] = [];
  const known = new Set(limits.known);
  for (const { name, bytes } of uploads) {
    const photo = bytes === null ? ({ problem: 'too-large' } as const) : acceptPhoto(bytes);
    if ('problem' in photo) {
      problems.push({ name, why: photo.problem });
      continue;
    }
    const sha256 = createHash('sha256').update(photo.bytes).digest('hex');
    if (known.has(sha256)) problems.push({ name, why: 'same' });
    else if (kept.length >= limits.most) problems.push({ name, why: 'too-many' });
    else {
      known.add(sha256);
      kept.push(await evidence.put(shop, { name, ...photo }));
    }
  }
  return { kept, problems };
};

export const sayProblem = ({ name, why }: UploadProblem, words: Words, most: number): string =>
  words.say(`photos.${why}`, { name, size: LARGEST_PHOTO / 1024 / 1024, count: Math.max(0, most) });

export const sayTooMuch = (words: Words): string =>
  words.say('photos.too-much', { size: LARGEST_REQUEST / 1024 / 1024 });
