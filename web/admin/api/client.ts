import type { Photo } from '../../edge/admin/contract.ts';
import { appBridge } from '../app-bridge.ts';
import { ApiError, offline, outsideShopify, problemOf } from './problem.ts';

export type WriteOptions = Readonly<{
  body?: unknown;
  method?: 'POST' | 'PUT' | 'DELETE';
  /** Version the page showed; the server refuses the write where it is newer. Null: there was nothing yet. */
  version?: number | null;
  /** One for each press of a button, kept when the same press is sent again. */
  key?: string;
}>;

const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** App Bridge adds the token to fetches of its own; said here it is there with any version of the script. */
const send = async (path: string, init: RequestInit): Promise<Response> => {
  const bridge = appBridge();
  if (bridge === null) throw outsideShopify();
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json');
  headers.set('Authorization', `Bearer ${await bridge.idToken()}`);
  return fetch(`/api${path}`, { ...init, headers });
};

/** @throws ApiError always, whatever went wrong; an aborted request rejects as fetch does */
const request = async <T>(
  path: string,
  init: RequestInit,
  take: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>,
): Promise<T> => {
  try {
    let response = await send(path, init);
    // A token that ran out between minting and arrival: once more, with a fresh one.
    if (response.status === 401 && response.headers.has(RETRY_HEADER)) response = await send(path, init);
    if (!response.ok) throw await problemOf(response);
    return await take(response);
  } catch (error) {
    if (error instanceof ApiError || init.signal?.aborted) throw error;
    throw offline();
  }
};

export const read = <T>(path: string, signal?: AbortSignal): Promise<T> => request<T>(path, { signal });

/** Bytes that are not JSON: an image of this shop's, for an object URL. */
export const readBlob = (path: string, signal?: AbortSignal): Promise<Blob> =>
  request(path, { signal }, (response) => response.blob());

/** Keeps a photo; the command that it belongs to names it afterwards. */
export const sendPhoto = (file: File): Promise<Photo> =>
  request<Photo>('/photos', {
    method: 'POST',
    headers: { 'Content-Type': file.type || 'image/jpeg', 'X-File-Name': encodeURIComponent(file.name.slice(0, 200)) },
    body: file,
  });

export const write = <T>(
  path: string,
  { method = 'POST', body, version, key = crypto.randomUUID() }: WriteOptions = {},
): Promise<T> =>
  request<T>(path, {
    method,
    headers: {
      'Idempotency-Key': key,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(version === undefined ? {} : version === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
