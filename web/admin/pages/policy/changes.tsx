import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { PolicyChange, Setting } from '../../../edge/admin/contract.ts';
import { ClauseTag } from '../../components/clause-tag.tsx';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { changeWords } from '../../words/setting.ts';

const FEW = 5;

/** What differs, in words, each with the clauses it bears on. */
export const Changes = ({ changes, settings }: { changes: readonly PolicyChange[]; settings: readonly Setting[] }) => {
  const { country } = useShop();
  const [all, setAll] = useState(false);
  return (
    <BlockStack gap="200">
      <BlockStack as="ul" gap="150">
        {changes.slice(0, all ? undefined : FEW).map((change) => (
          <li key={change.path}>
            <InlineStack gap="150" blockAlign="center">
              <Text as="span">{changeWords(change, settings, country)}</Text>
              {change.clauses.map((clause) => (
                <ClauseTag key={clause} clause={clause} />
              ))}
            </InlineStack>
          </li>
        ))}
      </BlockStack>
      {changes.length > FEW && (
        <InlineStack>
          <Button variant="plain" onClick={() => setAll(!all)}>
            {all ? t('policy.changes.less') : t('policy.changes.more', { count: changes.length })}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
};
