import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { CaseDetail } from '../../../edge/admin/contract.ts';
import { LookBadge } from '../../components/look-badge.tsx';
import { PhotoGrid } from '../../components/photo-grid.tsx';
import { When } from '../../components/when.tsx';
import { t, word } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';

export const PhotosCard = ({ photos }: Pick<CaseDetail, 'photos'>) =>
  photos.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('case.photos')}
        </Text>
        {(['customer', 'test'] as const).map((of) => {
          const some = photos.filter((photo) => photo.of === of);
          return some.length === 0 ? null : (
            <BlockStack gap="200" key={of}>
              <Text as="h3" variant="headingSm">
                {t(`case.photos.of-${of}`)}
              </Text>
              <PhotoGrid photos={some} />
            </BlockStack>
          );
        })}
      </BlockStack>
    </Card>
  );

/** What the customer was written to: the mails that went out, and those that still wait. */
export const MailsCard = ({ effects }: Pick<CaseDetail, 'effects'>) => {
  const mails = effects.filter(({ kind }) => kind === 'mail.send');
  return mails.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('case.mails')}
        </Text>
        <BlockStack as="ul" gap="200">
          {mails.map((mail) => (
            <li key={mail.id}>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="span">
                  {sentence(word('about', mail.about ?? ''))}, <When at={mail.updatedAt} />
                </Text>
                <LookBadge group="effect-state" value={mail.state} />
              </InlineStack>
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
};
