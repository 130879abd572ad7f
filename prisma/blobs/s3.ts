import { AwsClient } from 'aws4fetch';
import type { Blobs } from '../../policy/app/ports.ts';

export type S3Options = Readonly<{
  /** Address of the bucket, with a prefix if there is one: `https://s3.eu-central-1.amazonaws.com/my-bucket/photos`. */
  url: string;
  keyId: string;
  secret: string;
  /** Only in the signature; `auto` where the provider has none. */
  region?: string;
  timeoutMs?: number;
}>;

/** In a bucket of any service that speaks S3: signed requests (SigV4), tried again where the service asks for it. */
export const s3Blobs = ({ url, keyId, secret, region = 'auto', timeoutMs = 30_000 }: S3Options): Blobs => {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 3,
    initRetryMs: 200,
  });
  const addressOf = (sha256: string): string => `${url.replace(/\/$/, '')}/${sha256.slice(0, 2)}/${sha256}`;
  return {
    put: async (sha256, bytes) => {
      const response = await client.fetch(addressOf(sha256), {
        method: 'PUT',
        body: Buffer.from(bytes),
        // The service compares what it got with what was signed: a broken upload is refused, not kept.
        headers: { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 },
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the photo store answered ${response.status} to an upload`);
    },
    get: async (sha256) => {
      const response = await client.fetch(addressOf(sha256), { signal: AbortSignal.timeout(timeoutMs) });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`the photo store answered ${response.status} to a download`);
      return bytes;
    },
    remove: async (sha256) => {
      const response = await client.fetch(addressOf(sha256), {
        method: 'DELETE',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.arrayBuffer();
      if (!response.ok && response.status !== 404)
        throw new Error(`the photo store answered ${response.status} to a removal`);
    },
  };
};
