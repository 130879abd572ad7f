import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** What can be remembered: filled again in place, so that nobody has to look it up anew. Contents are plain data. */
type Container = Map<string, unknown> | unknown[];

/** Lets the demo go on tomorrow where it was left today: rooms name what they hold, and it lies in one file. */
export type Keep = Readonly<{
  add(name: string, container: Container): void;
  /** @returns false where there is nothing to go on from */
  load(): boolean;
  /** Writes now, and again every other second while something changes. */
  start(): void;
  /** Writes a last time, where it was started. */
  stop(): void;
}>;

const EVERY_MS = 2000;

/** @param file  where it lies; null remembers nothing (tests) */
export const createKeep = (file: string | null): Keep => {
  const containers = new Map<string, Container>();
  let written = Buffer.alloc(0);
  let timer: NodeJS.Timeout | null = null;

  const save = (): void => {
    if (file === null) return;
    const bytes = serialize(containers);
    if (bytes.equals(written)) return;
    // Whole or not at all: a demo that is killed while it writes keeps what it had.
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
    written = bytes;
  };

  return {
    add: (name, container) => {
      containers.set(name, container);
    },
    load: () => {
      const bytes = file === null ? null : read(file);
      if (bytes === null) return false;
      const kept = deserialize(bytes) as Map<string, Container>;
      for (const [name, container] of containers) refill(container, kept.get(name));
      return true;
    },
    start: () => {
      if (file === null) return;
      save();
      timer = setInterval(save, EVERY_MS).unref();
    },
    stop: () => {
      if (timer === null) return;
      clearInterval(timer);
      save();
    },
  };
};

const read = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Map) && !Array.isArray(value);

const refill = (container: Container, kept: Container | undefined): void => {
  if (Array.isArray(container) && Array.isArray(kept)) container.splice(0, container.length, ...kept);
  if (container instanceof Map && kept instanceof Map) {
    for (const [key, value] of kept) {
      const known = container.get(key);
      // Objects that others hold on to (a shop, a channel) stay the same objects.
      if (isObject(known) && isObject(value)) Object.assign(known, value);
      else container.set(key, value);
    }
  }
};
