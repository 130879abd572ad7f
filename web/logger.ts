import pino, { type Logger } from 'pino';

/** Fields that must never reach a log, wherever in an object they stand. */
const SECRET = [
  'token',
  'accessToken',
  'refreshToken',
  'botToken',
  'secret',
  'authorization',
  'cookie',
  'password',
  'id_token',
  'email',
  'phone',
  'address',
  'rawBody',
  'body',
];

/** Errors keep their message and stack; adapters have taken secrets and customers' data out of messages already. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    serializers: { err: serializeError },
  });

/** Libraries hang requests, responses and headers on their errors: only what a person needs goes on. */
const serializeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(error.cause instanceof Error ? { cause: { name: error.cause.name, message: error.cause.message } } : {}),
  };
};
