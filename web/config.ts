import { isIP } from 'node:net';
import { z } from 'zod';

/** Where each variable comes from: printed beside its name when it is missing. */
const WHERE = {
  APP_URL: 'the public address of this installation, e.g. https://makegood.example.com',
  SHOPIFY_API_KEY: 'Shopify Partner Dashboard → your app → Client credentials → Client ID',
  SHOPIFY_API_SECRET: 'Shopify Partner Dashboard → your app → Client credentials → Client secret',
  SLACK_SIGNING_SECRET: 'api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret',
  SMTP_URL: "your mail provider's SMTP address, e.g. smtps://user:password@smtp.example.com:465",
  MAKEGOOD_SECRETS_KEY:
    '32 random bytes in base64, e.g. from: openssl rand -base64 32 (keep it: stored tokens are encrypted with it)',
} as const;

const required = (name: keyof typeof WHERE) =>
  z
    .string({ error: `${name} is missing: ${WHERE[name]}` })
    .trim()
    .min(1, `${name} is empty: ${WHERE[name]}`);
const web = (name: string) => z.url({ protocol: /^https?$/, error: `${name} is no address: write it like https://…` });
const port = z.coerce.number().int().min(0).max(65_535);

const bytesOf = (key: string): Uint8Array => Buffer.from(key, 'base64');

const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const areNetworks = (given: readonly string[]): boolean =>
  given.every((one) => {
    const [address = '', bits, ...more] = one.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isLength = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    return NETWORKS.has(one) || (isIP(address) !== 0 && isLength && more.length === 0);
  });

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  /**
   * Whose word counts for where a request comes from (`X-Forwarded-For`): callers are paced by their address. Proxies
   * mostly stand in a private network; one with a public address (a CDN) has to be named, as addresses or networks.
   */
  TRUSTED_PROXIES: z
    .string()
    .default('loopback, linklocal, uniquelocal')
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine(areNetworks, 'TRUSTED_PROXIES is no list of addresses: write it like 10.0.0.0/8, 203.0.113.7'),
  APP_URL: required('APP_URL').pipe(web('APP_URL')),
  DATABASE_URL: z.string().optional(),
  MAKEGOOD_DATA_DIR: z.string().default('.data'),
  MAKEGOOD_SECRETS_KEY: required('MAKEGOOD_SECRETS_KEY').refine(
    (key) => bytesOf(key).length === 32,
    `MAKEGOOD_SECRETS_KEY must be 32 bytes in base64: ${WHERE.MAKEGOOD_SECRETS_KEY}`,
  ),
  /** Keys from before a rotation, comma separated: what they sealed still opens, nothing more is sealed with them. */
  MAKEGOOD_SECRETS_KEY_PREVIOUS: z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? [] : text.split(',').map((one) => one.trim())))
    .refine(
      (keys) => keys.every((key) => /^[\w+/-]{43}=?$/.test(key) && bytesOf(key).length === 32),
      'MAKEGOOD_SECRETS_KEY_PREVIOUS must be keys of 32 bytes in base64, separated by commas',
    ),
  SHOPIFY_API_KEY: required('SHOPIFY_API_KEY'),
  SHOPIFY_API_SECRET: required('SHOPIFY_API_SECRET'),
  /** After a rotation, Shopify may sign with the old secret for an hour. */
  SHOPIFY_API_SECRET_PREVIOUS: z.string().optional(),
  SLACK_SIGNING_SECRET: required('SLACK_SIGNING_SECRET'),
  /** One workspace bound by hand; without these a workspace is connected in the app. */
  SLACK_TEAM: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_CHANNEL: z.string().optional(),
  SLACK_APPROVALS_CHANNEL: z.string().optional(),
  /** The Slack app's own id and secret: with them owners connect their workspaces in the app. */
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_AUTHORIZE_URL: z.url().default('https://slack.com/oauth/v2/authorize'),
  SMTP_URL: required('SMTP_URL').pipe(
    z.url({ protocol: /^smtps?$/, error: `SMTP_URL is no address of a mail server: ${WHERE.SMTP_URL}` }),
  ),
  /** With it a mail provider hands over what customers answer, and what came back; without it nothing is taken. */
  MAIL_INBOUND_SECRET: z.string().min(16, 'MAIL_INBOUND_SECRET is short: at least 16 characters').optional(),
  /** Photos in a bucket instead of the data folder: its address, e.g. https://s3.eu-central-1.amazonaws.com/my-bucket. */
  EVIDENCE_S3_URL: web('EVIDENCE_S3_URL').optional(),
  EVIDENCE_S3_KEY_ID: z.string().optional(),
  EVIDENCE_S3_SECRET: z.string().optional(),
  EVIDENCE_S3_REGION: z.string().default('auto'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Only for the sandbox: other addresses than Shopify's and Slack's, and a clock that can be moved. */
  SHOPIFY_ADDRESS: z.url().optional(),
  SHOPIFY_APP_BRIDGE_URL: z.url().default('https://cdn.shopify.com/shopifycloud/app-bridge.js'),
  SLACK_API_URL: z.url().default('https://slack.com/api/'),
  MAKEGOOD_SANDBOX_URL: z.url().optional(),
  /** JSON; settings of the first policy version of a shop that installs. */
  MAKEGOOD_FIRST_SETTINGS: z.string().optional(),
});

/** What this process was told, checked once. Secrets are in here: never log it. */
export type Config = Readonly<z.infer<typeof Environment>>;

/** The key that seals, then those of before, which only open; 32 bytes each. */
export const secretsKeysOf = (
  config: Pick<Config, 'MAKEGOOD_SECRETS_KEY' | 'MAKEGOOD_SECRETS_KEY_PREVIOUS'>,
): readonly [Uint8Array, ...Uint8Array[]] => [
  bytesOf(config.MAKEGOOD_SECRETS_KEY),
  ...config.MAKEGOOD_SECRETS_KEY_PREVIOUS.map(bytesOf),
];

/**
 * What may be left out and is empty counts as left out: files of variables are written like that, and an empty secret
 * would be one that everybody knows.
 * @throws Error with one line a problem, all of them at once.
 */
export const parseConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.entries(environment).filter(
    ([name, value]) => value?.trim() !== '' || Object.hasOwn(WHERE, name),
  );
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return issue.message.startsWith(name) ? issue.message : `${name}: ${issue.message}`;
    });
    throw new Error(lines.join('\n'));
  }
  const config = parsed.data;
  if (config.EVIDENCE_S3_URL !== undefined && !(config.EVIDENCE_S3_KEY_ID && config.EVIDENCE_S3_SECRET))
    throw new Error('EVIDENCE_S3_URL is set: set EVIDENCE_S3_KEY_ID and EVIDENCE_S3_SECRET too');
  if (config.NODE_ENV === 'production' && config.MAKEGOOD_SANDBOX_URL !== undefined) {
    throw new Error(
      'MAKEGOOD_SANDBOX_URL is set: the sandbox (and a clock that can be moved) is refused with NODE_ENV=production',
    );
  }
  return config;
};
