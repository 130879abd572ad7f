import { type LookupAddress, lookup } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** The address leads to this machine or a network that is not everybody's. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** IANA's special-purpose registries: loopback, private, link-local, shared, benchmarks, multicast, and what translates to them. */
const PRIVATE = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [address = '', bits] = network.split('/');
  PRIVATE.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
}

/** @param address an IP address; IPv4 inside IPv6 counts as itself */
export const isPrivate = (address: string): boolean => PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Resolves as the system does and refuses at the moment of connecting, so that no second answer comes between. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, []);
    if (found.some(({ address }) => isPrivate(address)))
      return done(new PrivateAddress(`${hostname} is in a private network`), []);
    if (options.all === true) return done(null, found);
    const [first] = found;
    return first === undefined ? done(new Error('no address'), []) : done(null, first.address, first.family);
  });
};

/** An answer of a model has some KB. */
const MAX_BYTES = 1024 * 1024;

/**
 * `fetch` for an address that a merchant chose: over TLS, into no private network, following no redirect.
 * @throws PrivateAddress, or whatever goes wrong on the way
 */
export const publicFetch: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || (isIP(literal) !== 0 && isPrivate(literal)))
    throw new PrivateAddress(`${url.hostname} is in a private network`);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        lookup: publicLookup,
        agent: false,
        ...(init.signal == null ? {} : { signal: init.signal }),
      },
      async (response) => {
        try {
          const chunks: Buffer[] = [];
          let length = 0;
          for await (const chunk of response as AsyncIterable<Buffer>) {
            length += chunk.length;
            if (length > MAX_BYTES) throw new Error('the answer is too long');
            chunks.push(chunk);
          }
          const status = response.statusCode ?? 502;
          if (status >= 300 && status < 400) throw new Error('the address sends elsewhere');
          const type = response.headers['content-type'];
          const headers = new Headers(type === undefined ? [] : [['content-type', type]]);
          resolve(new Response(Buffer.concat(chunks), { status, headers }));
        } catch (error) {
          reject(error);
        }
      },
    );
    asked.on('error', reject);
    asked.end(typeof init.body === 'string' ? init.body : undefined);
  });
};

/** Where the product itself runs on somebody's own machine: models there are fine, redirects are not. */
export const localFetch: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });
