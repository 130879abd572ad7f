import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blobs } from '../../policy/app/ports.ts';
import { folderBlobs } from '../../prisma/blobs/folder.ts';
import { s3Blobs } from '../../prisma/blobs/s3.ts';

/** A service that speaks as much of S3 as a photo store needs, and refuses what S3 refuses. */
const bucket = () => {
  const objects = new Map<string, Buffer>();
  const answers: number[] = [];
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      const fault = answers.shift();
      const authorization = req.headers.authorization ?? '';
      const isSigned =
        /^AWS4-HMAC-SHA256 Credential=key-id\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[^,]*host[^,]*x-amz-content-sha256[^,]*, Signature=[0-9a-f]{64}$/.test(
          authorization,
        );
      const status = fault ?? (isSigned ? 200 : 403);
      if (status !== 200) return res.writeHead(status).end();
      if (req.method === 'PUT') {
        const told = req.headers['x-amz-content-sha256'];
        if (told !== createHash('sha256').update(body).digest('hex')) return res.writeHead(400).end();
        objects.set(req.url as string, body);
        return res.writeHead(200).end();
      }
      const found = objects.get(req.url as string);
      return found === undefined ? res.writeHead(404).end() : res.writeHead(200).end(found);
    });
  });
  return { server, objects, answers };
};

const photo = Buffer.from('a photo');
const sha256 = createHash('sha256').update(photo).digest('hex');
const nothing = createHash('sha256').update('nothing').digest('hex');

const keeps = (blobs: () => Blobs): void => {
  it('gives back what it was given, and the same again is no second one', async () => {
    await blobs().put(sha256, photo);
    await Promise.all([blobs().put(sha256, photo), blobs().put(sha256, photo)]);
    expect(Buffer.from((await blobs().get(sha256)) ?? []).toString()).toBe('a photo');
  });
  it('says null of what it does not have', async () => {
    expect(await blobs().get(nothing)).toBeNull();
  });
};

describe('a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'makegood-blobs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  keeps(() => folderBlobs(folder));
});

describe('a bucket', () => {
  const s3 = bucket();
  let url: string;
  beforeAll(async () => {
    s3.server.listen(0, '127.0.0.1');
    await new Promise((resolve) => s3.server.once('listening', resolve));
    url = `http://127.0.0.1:${(s3.server.address() as AddressInfo).port}/photos/makegood/`;
  });
  afterAll(() => new Promise((resolve) => s3.server.close(resolve)));
  const options = () => ({ url, keyId: 'key-id', secret: 'secret', region: 'eu-central-1' });
  keeps(() => s3Blobs(options()));

  it('is written to under the digest alone', () => {
    expect([...s3.objects.keys()]).toEqual([`/photos/makegood/${sha256.slice(0, 2)}/${sha256}`]);
  });
  it('is tried again where it is busy, and says so where it refuses', async () => {
    s3.answers.push(503);
    await s3Blobs(options()).put(sha256, photo);
    s3.answers.push(403);
    await expect(s3Blobs(options()).put(sha256, photo)).rejects.toThrow('answered 403');
    s3.answers.push(403);
    await expect(s3Blobs(options()).get(sha256)).rejects.toThrow('answered 403');
  });
});
