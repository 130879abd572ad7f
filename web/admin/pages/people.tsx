import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { People as PeopleJson, PersonJson } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { EmptyBody } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ScrollBox } from '../components/scroll-box.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t, word } from '../messages/index.ts';
import { PersonForm } from './people/person-form.tsx';

const roleOf = (person: PersonJson): string => word('role', person.role ?? 'none');

const Table = ({ data, onEdit }: { data: PeopleJson; onEdit: (person: PersonJson) => void }) => (
  <ScrollBox label={t('people.title')}>
    <table className="mg-table">
      <thead>
        <tr>
          <th scope="col">{t('people.column.name')}</th>
          <th scope="col">{t('people.column.role')}</th>
          <th scope="col">{t('people.column.staff')}</th>
          <th scope="col">{t('people.column.slack')}</th>
          {data.mayEdit && (
            <th scope="col">
              <span className="mg-hidden">{t('people.edit')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {data.people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name} {person.you && <Badge>{t('people.you')}</Badge>}
            </th>
            <td>{roleOf(person)}</td>
            <td>{person.staffId ?? '–'}</td>
            <td>{person.slackUser ?? '–'}</td>
            {data.mayEdit && (
              <td className="mg-number">
                <Button
                  size="slim"
                  onClick={() => onEdit(person)}
                  accessibilityLabel={t('people.edit.label', { name: person.name })}
                >
                  {t('people.edit')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
);

export default function People() {
  const people = useResource<PeopleJson>('/people', 15_000);
  /** Null: nobody; `new`: somebody who is not there yet. */
  const [open, setOpen] = useState<PersonJson | 'new' | null>(null);
  return (
    <PageFrame title={t('people.title')} subtitle={t('people.subtitle')}>
      <Loaded resource={people} skeleton={<SkeletonCards cards={[8]} />}>
        {(data) => (
          <BlockStack gap="400">
            {open !== null && (
              <PersonForm
                key={open === 'new' ? 'new' : open.id}
                person={open === 'new' ? null : open}
                slackConnected={data.slackConnected}
                onDone={people.refresh}
                onClose={() => setOpen(null)}
              />
            )}
            <Card>
              <BlockStack gap="400">
                {data.people.length === 0 ? (
                  <EmptyBody title={t('people.none.title')} text={t('people.none.text')} />
                ) : (
                  <Table data={data} onEdit={setOpen} />
                )}
                {data.mayEdit ? (
                  <InlineStack>
                    <Button variant="primary" onClick={() => setOpen('new')} disabled={open === 'new'}>
                      {t('people.add')}
                    </Button>
                  </InlineStack>
                ) : (
                  <Text as="p" tone="subdued">
                    {t('people.read-only')}
                  </Text>
                )}
              </BlockStack>
            </Card>
          </BlockStack>
        )}
      </Loaded>
    </PageFrame>
  );
}
