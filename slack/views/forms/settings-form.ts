import type { Person, RoleGroup } from '../../../policy/app/actors.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { divider, type KnownBlock, option, plain, section, type View } from '../blocks.ts';
import { LANGUAGES } from '../home-words.ts';
import { choose, type FormMemory, input, modal } from './inputs.ts';

const NOTIFY = {
  all: 'Everything that is mine, and a digest in the morning',
  urgent: 'Only what waits for my decision',
  none: 'Nothing',
} as const;

export type UserGroup = Readonly<{ id: string; name: string }>;

/** Roles that can follow a group; the others are given in admin. */
export const GROUP_ROLES = ['approver', 'agent', 'warehouse'] as const;
const NOBODY = 'none';

const groupInput = (
  role: (typeof GROUP_ROLES)[number],
  groups: readonly UserGroup[],
  known: readonly RoleGroup[],
): KnownBlock => {
  const options = [
    option('No group: roles are given in admin', NOBODY),
    ...groups.slice(0, 99).map(({ id, name }) => option(`@${name}`, id)),
  ];
  const chosen = known.find((each) => each.role === role)?.groupId ?? NOBODY;
  return input(`${FIELD.group}-${role}`, `Who is ${role === 'warehouse' ? 'in the warehouse' : `an ${role}`}`, {
    type: 'static_select',
    placeholder: plain('Choose a Slack user group', 150),
    options,
    initial_option: options.find((each) => each.value === chosen) ?? (options[0] as (typeof options)[number]),
  });
};

/** What somebody chooses for themselves; an owner also says which Slack groups give which roles. */
export const settingsForm = (
  person: Person,
  groups: Readonly<{ all: readonly UserGroup[]; known: readonly RoleGroup[] }> | null,
  memory: FormMemory,
): View =>
  modal({
    callbackId: CALLBACK.settings,
    title: 'Settings',
    submit: 'Save',
    memory,
    blocks: [
      input(FIELD.notify, 'What I am written to about', choose(NOTIFY, 'Choose', person.notify ?? 'all')),
      input(FIELD.language, 'Language of my Home', choose(LANGUAGES, 'As my Slack', person.language ?? undefined), {
        optional: true,
      }),
      ...(groups === null
        ? []
        : [
            divider,
            section(
              '*Roles by Slack group*\nMembers of a group have its role, and lose it when they leave the group. A role that was given by hand in admin stays. Guests never approve.',
            ),
            ...GROUP_ROLES.map((role) => groupInput(role, groups.all, groups.known)),
          ]),
    ],
  });

/** The group chosen for a role; null: none. */
export const groupChosen = (value: string | undefined): string | null =>
  value === undefined || value === NOBODY ? null : value;
