/** The part of pino that the shell uses. Fields never carry tokens, secrets or customers' data. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (fields: object, message: string) => void>>;
