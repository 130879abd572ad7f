/**
 * A small schema language that complains in Slack's words: `must be less than 151 characters`
 * with a JSON pointer to the value, as `response_metadata.messages` has them.
 */
export type Surface = 'message' | 'modal' | 'home';
export type Complaint = Readonly<{ message: string; pointer: string }>;
export type Run = Readonly<{ surface: Surface; say(message: string, pointer: string): void }>;
export type Check = (value: unknown, at: string, run: Run) => void;
export type Fields = Readonly<Record<string, Readonly<{ check: Check; required: boolean }>>>;
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One step of a JSON pointer (RFC 6901). */
const step = (at: string, key: string | number): string =>
  `${at}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

export const need = (check: Check) => ({ check, required: true });
export const may = (check: Check) => ({ check, required: false });

/** Runs a check by itself and answers what it complained about. */
export const complaintsOf = (check: Check, value: unknown, at: string, surface: Surface): Complaint[] => {
  const found: Complaint[] = [];
  check(value, at, { surface, say: (message, pointer) => found.push({ message, pointer }) });
  return found;
};

export const string =
  ({ min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {}): Check =>
  (value, at, run) => {
    if (typeof value !== 'string') run.say('must be a string', at);
    else if (value.length > max) run.say(`must be less than ${max + 1} characters`, at);
    else if (value.length < min) run.say(`must be more than ${min - 1} characters`, at);
  };

export const matching =
  (pattern: RegExp, complaint: string): Check =>
  (value, at, run) => {
    if (typeof value !== 'string') run.say('must be a string', at);
    else if (!pattern.test(value)) run.say(complaint, at);
  };

export const integer =
  ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {}): Check =>
  (value, at, run) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) run.say('must be an integer', at);
    else if (value > max) run.say(`must be less than ${max + 1}`, at);
    else if (value < min) run.say(`must be more than ${min - 1}`, at);
  };

export const number: Check = (value, at, run) => {
  if (typeof value !== 'number') run.say('must be a number', at);
};

export const boolean: Check = (value, at, run) => {
  if (typeof value !== 'boolean') run.say('must be a boolean', at);
};

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, at, run) => {
    if (!allowed.includes(value)) run.say('must be a valid enum value', at);
  };

export const list =
  (item: Check, { min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {}): Check =>
  (value, at, run) => {
    if (!Array.isArray(value)) return run.say('must be an array', at);
    if (value.length > max) run.say(`no more than ${max} items allowed`, at);
    if (value.length < min) run.say(`must provide at least ${min} items`, at);
    for (const [index, entry] of value.entries()) item(entry, step(at, index), run);
  };

/** An object with exactly these fields. `rules` see the whole object when each field is right by itself. */
export const object =
  (fields: Fields, ...rules: readonly ((value: Json, at: string, run: Run) => void)[]): Check =>
  (value, at, run) => {
    if (!isObject(value)) return run.say('must provide an object', at);
    let complained = false;
    const watched: Run = {
      ...run,
      say: (message, pointer) => {
        complained = true;
        run.say(message, pointer);
      },
    };
    for (const [name, { required }] of Object.entries(fields))
      if (required && value[name] === undefined) watched.say(`missing required field: ${name}`, at);
    for (const [name, entry] of Object.entries(value)) {
      const field = fields[name];
      if (field === undefined) watched.say(`invalid additional property: ${name}`, at);
      else field.check(entry, step(at, name), watched);
    }
    if (!complained) for (const rule of rules) rule(value, at, run);
  };

/** Chooses the check by the object's `type`. */
export const byType =
  (table: Readonly<Record<string, Check>>, allowed: (type: string, run: Run) => boolean = () => true): Check =>
  (value, at, run) => {
    if (!isObject(value)) return run.say('must provide an object', at);
    const { type } = value;
    if (type === undefined) return run.say('missing required field: type', at);
    const check = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
    if (check === undefined || !allowed(type as string, run))
      run.say(`unsupported type: ${String(type)}`, step(at, 'type'));
    else check(value, at, run);
  };

/** Passes if one of the alternatives does; else Slack's two-step complaint: no schema fits, then why the nearest does not. */
export const either =
  (...checks: readonly Check[]): Check =>
  (value, at, run) => {
    const attempts = checks.map((check) => complaintsOf(check, value, at, run.surface));
    if (attempts.some((complaints) => complaints.length === 0)) return;
    run.say('failed to match all allowed schemas', at);
    // Fewest complaints: the schema that was probably meant.
    const nearest = attempts.reduce((best, complaints) => (complaints.length < best.length ? complaints : best));
    for (const { message, pointer } of nearest) run.say(message, pointer);
  };

export const anything: Check = () => {};
