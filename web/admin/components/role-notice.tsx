import { Banner, Box, Text } from '@shopify/polaris';
import type { Me } from '../../edge/admin/contract.ts';
import { t } from '../messages/index.ts';

/** Somebody whom Shopify lets in but to whom nobody has given a role: they see why buttons refuse. */
export const RoleNotice = ({ me }: { me: Me | null }) =>
  me !== null && (me.person === null || me.person.role === null) ? (
    <Box padding="400">
      <Banner>
        <Text as="p">{t('app.no-role')}</Text>
      </Banner>
    </Box>
  ) : null;
