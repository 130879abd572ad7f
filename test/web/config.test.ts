import { describe, expect, it } from 'vitest';
import { type Config, parseConfig, secretsKeysOf } from '../../web/config.ts';

const COMPLETE = {
  APP_URL: 'https://makegood.example.com',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret',
  SLACK_SIGNING_SECRET: 'signing',
  SMTP_URL: 'smtps://user:password@smtp.example.com:465',
  MAKEGOOD_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('what a process is told', () => {
  it('is taken where it is complete', () => {
    expect(parseConfig(COMPLETE)).toMatchObject({ ...COMPLETE, PORT: 3000 });
  });

  it.each<[keyof Config, unknown]>([
    ['SHOPIFY_API_SECRET_PREVIOUS', undefined],
    ['DATABASE_URL', undefined],
    ['MAIL_INBOUND_SECRET', undefined],
    ['EVIDENCE_S3_URL', undefined],
    ['SLACK_CLIENT_ID', undefined],
    ['PORT', 3000],
    ['MAKEGOOD_DATA_DIR', '.data'],
  ])('%s may be empty, which is as if it were left out', (name, value) => {
    for (const empty of ['', ' ']) expect(parseConfig({ ...COMPLETE, [name]: empty })[name]).toBe(value);
  });

  it.each(Object.keys(COMPLETE))('%s may not', (name) => {
    expect(() => parseConfig({ ...COMPLETE, [name]: '' })).toThrow(`${name} is empty: `);
    expect(() => parseConfig({ ...COMPLETE, [name]: undefined })).toThrow(`${name} is missing: `);
  });

  it('believes proxies in private networks, or those that are named', () => {
    expect(parseConfig(COMPLETE).TRUSTED_PROXIES).toEqual(['loopback', 'linklocal', 'uniquelocal']);
    const named = '10.1.0.0/16, 203.0.113.7,2001:db8::/32, loopback';
    expect(parseConfig({ ...COMPLETE, TRUSTED_PROXIES: named }).TRUSTED_PROXIES).toEqual([
      '10.1.0.0/16',
      '203.0.113.7',
      '2001:db8::/32',
      'loopback',
    ]);
    for (const wrong of ['true', '1', '10.0.0.0/33', 'lb.example.com', '10.0.0.1,'])
      expect(() => parseConfig({ ...COMPLETE, TRUSTED_PROXIES: wrong })).toThrow(/^TRUSTED_PROXIES is no list/);
  });

  it('knows the keys of before a rotation behind the one that seals, and refuses what is none', () => {
    const keyOf = (n: number) => Buffer.alloc(32, n).toString('base64');
    const told = (previous: string) => parseConfig({ ...COMPLETE, MAKEGOOD_SECRETS_KEY_PREVIOUS: previous });
    const known = (previous: string) => secretsKeysOf(told(previous)).map((key) => Buffer.from(key).toString('base64'));
    expect(known('')).toEqual([keyOf(7)]);
    expect(known(keyOf(8))).toEqual([keyOf(7), keyOf(8)]);
    expect(known(`${keyOf(8)}, ${keyOf(9)}`)).toEqual([keyOf(7), keyOf(8), keyOf(9)]);
    for (const wrong of ['hush', `${keyOf(8)},`, `${keyOf(8)};${keyOf(9)}`])
      expect(() => told(wrong)).toThrow(/^MAKEGOOD_SECRETS_KEY_PREVIOUS must be keys/);
  });

  it.each([
    ['APP_URL', 'makegood.example.com:3000'],
    ['APP_URL', 'ftp://makegood.example.com'],
    ['SMTP_URL', 'smtp.example.com'],
    ['SMTP_URL', 'smtp.example.com:465'],
    ['SMTP_URL', 'https://smtp.example.com'],
    ['EVIDENCE_S3_URL', 'my-bucket'],
  ])('%s as %s is refused in one line', (name, value) => {
    expect(() => parseConfig({ ...COMPLETE, [name]: value })).toThrow(new RegExp(`^${name} is no address.*$`));
  });
});
