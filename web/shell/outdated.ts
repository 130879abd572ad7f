import { crc32 } from 'node:zlib';
import type { Person } from '../../policy/app/actors.ts';
import type { Command, SeenVersion } from '../../policy/app/commands.ts';
import { type Refused, refused, type World } from './handler.ts';

/** People carry no count of writes: what they are stands for it. */
export const personVersion = ({ name, role, staffId, slackUser }: Person): number =>
  crc32(JSON.stringify([name, role, staffId, slackUser])) % 1_000_000_000;

type Things = Readonly<{
  [One in 'case' | 'intent' | 'parcel']: Readonly<{ version: number }> | null;
}> &
  Pick<World, 'people'>;

const versionIn = (things: Things, of: SeenVersion['of'], command: Command): number | undefined => {
  switch (of) {
    case 'case':
      return things.case?.version;
    case 'refund':
      return things.intent?.version;
    case 'parcel':
      return things.parcel?.version;
    case 'person': {
      const person = things.people.find(({ id }) => command.kind === 'people.save' && id === command.personId);
      return person && personVersion(person);
    }
  }
};

/**
 * Why a command that rests on an older state is refused; null: it rests on what is there. What is not there at all is
 * the handler's to say.
 * @param things as they are behind the command's lock: of two who saw the same, one acts
 */
export const whyOutdated = (things: Things, command: Command, seen: SeenVersion | undefined): Refused | null => {
  if (seen === undefined) return null;
  const current = versionIn(things, seen.of, command);
  if (current === undefined || seen.versions.includes(current)) return null;
  return refused(
    'stale',
    `this ${seen.of} has changed since you looked (it is at version ${current} now): look again, then decide`,
  );
};
