import { deflateSync } from 'node:zlib';
import type { TestStage } from './stage.ts';

/** What a customer with a browser does, without one: opens links, sends forms, attaches photos. */

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};
const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc(body));
  return Buffer.concat([head, body, tail]);
};

/** A grey PNG of this size; `shade` makes two of one size differ. Its header may promise more than is in it. */
export const pngOf = (width: number, height: number, shade = 128, text?: string): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Math.min(height, 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(Math.min(width, 64), shade)]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(text === undefined ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))]),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

export type FileToSend = Readonly<{ name: string; type?: string; bytes: Uint8Array }>;

/** The link that follows these words in a mail's text. */
export const linkAfter = (mail: { text: string }, label: RegExp): string => {
  const lines = mail.text.split('\n');
  const at = lines.findIndex((line) => label.test(line));
  const link = at < 0 ? undefined : lines.slice(at).find((line) => /^https?:\/\//.test(line.trim()));
  if (link === undefined) throw new Error(`no link after ${label} in: ${mail.text}`);
  return link.trim();
};

export const customerWords = (stage: Pick<TestStage, 'makegoodUrl'>) => {
  /** Every customer has an address of their own: requests are counted by it. */
  let address = 1;
  const headers = () => ({ 'accept-language': 'en', 'x-forwarded-for': `203.0.113.${address % 250}` });
  const look = async (url: string): Promise<{ status: number; html: string; response: Response }> => {
    const response = await fetch(url, { redirect: 'manual', headers: headers() });
    return { status: response.status, html: await response.text(), response };
  };
  const send = async (url: string, fields: Readonly<Record<string, string>>, files?: readonly FileToSend[]) => {
    let body: FormData | URLSearchParams = new URLSearchParams(fields);
    if (files !== undefined) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const { name, type = 'image/png', bytes } of files)
        form.append('photos', new Blob([Buffer.from(bytes)], { type }), name);
      body = form;
    }
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: headers(),
    });
    return { status: response.status, html: await response.text(), location: response.headers.get('location') };
  };
  /** From the order's number to the page that asks what happened. */
  const findOrder = async (number: string, proof: string, same = false) => {
    if (!same) address += 1;
    return send(`${stage.makegoodUrl}/r/demo`, { number, proof });
  };
  const at = (path: string | null): string => `${stage.makegoodUrl}${path ?? ''}`;
  /** What a hidden field of a page holds. */
  const hidden = (html: string, name: string): string => {
    const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
    if (found === undefined) throw new Error(`no hidden field ${name} in ${html}`);
    return found;
  };
  const somebodyElse = (): void => {
    address += 1;
  };
  return { somebodyElse, look, send, findOrder, at, hidden };
};
