import { Card, InlineGrid, Select, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { PersonJson } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t, word } from '../../messages/index.ts';
import { fieldError } from '../../words/field-error.ts';

const ROLES = ['none', 'agent', 'warehouse', 'approver', 'owner'] as const;

/** Who somebody is to Shopify and to Slack, and what they may do. */
export const PersonForm = ({
  person,
  slackConnected,
  onDone,
  onClose,
}: {
  /** Null: somebody new. */
  person: PersonJson | null;
  slackConnected: boolean;
  onDone: () => void;
  onClose: () => void;
}) => {
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<string>(person?.role ?? (person === null ? 'agent' : 'none'));
  const [staffId, setStaffId] = useState(person?.staffId ?? '');
  const [slackUser, setSlackUser] = useState(person?.slackUser ?? '');
  const save = useAction(
    useCallback(
      (body: object) =>
        person === null
          ? write('/people', { body })
          : write(`/people/${person.id}`, { method: 'PUT', version: person.version, body }),
      [person],
    ),
    useMemo(() => ({ message: t('people.saved'), after: onDone }), [onDone]),
  );
  const errorOf = (path: string): string | undefined => fieldError(save.error, (at) => at === path);
  const submit = async (): Promise<void> => {
    const body = {
      name: name.trim(),
      role: role === 'none' ? null : role,
      staffId: staffId.trim() === '' ? null : staffId.trim(),
      slackUser: slackUser.trim() === '' ? null : slackUser.trim(),
    };
    if (await save.run(body)) onClose();
  };
  return (
    <Card>
      <ActionForm
        send={t('people.save')}
        submit={submit}
        busy={save.busy}
        disabled={name.trim() === ''}
        onClose={onClose}
        close={t('people.cancel')}
        gap="400"
      >
        <Text as="h2" variant="headingMd">
          {person === null ? t('people.add') : person.name}
        </Text>
        {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <TextField
            label={t('people.field.name')}
            value={name}
            onChange={setName}
            error={errorOf('name')}
            maxLength={100}
            autoComplete="off"
          />
          <Select
            label={t('people.field.role')}
            options={ROLES.map((one) => ({ label: word('role', one), value: one }))}
            helpText={word('role-help', role)}
            value={role}
            onChange={setRole}
          />
          <TextField
            label={t('people.field.staff')}
            helpText={t('people.field.staff.help')}
            value={staffId}
            onChange={setStaffId}
            error={errorOf('staffId')}
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
          />
          <TextField
            label={t('people.field.slack')}
            helpText={t(slackConnected ? 'people.field.slack.help' : 'people.field.slack.off')}
            value={slackUser}
            onChange={setSlackUser}
            error={errorOf('slackUser')}
            disabled={!slackConnected}
            maxLength={32}
            autoComplete="off"
          />
        </InlineGrid>
      </ActionForm>
    </Card>
  );
};
