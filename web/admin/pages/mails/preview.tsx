import { BlockStack, Select, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { MailPreview } from '../../../edge/admin/contract/mails.ts';
import type { CasePage } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { useResource } from '../../api/use-resource.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t, word } from '../../messages/index.ts';
import { Section } from '../mails.tsx';

type Props = Readonly<{
  template: string;
  language: 'en' | 'de';
  texts: Readonly<Record<string, string>>;
  accent: string;
}>;

/** Somebody types: the mail is written again once they pause. */
const PAUSE_MS = 400;

/** One mail of a real case, with what is typed and not saved yet. */
export const Preview = ({ template, language, texts, accent }: Props) => {
  const cases = useResource<CasePage>('/cases?limit=20', 60_000);
  const [chosen, setChosen] = useState<string | null>(null);
  const [mail, setMail] = useState<MailPreview | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const caseId = chosen ?? cases.data?.cases[0]?.id ?? null;
  const body = JSON.stringify({ template, caseId, language, texts, accent });
  useEffect(() => {
    if (caseId === null) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      try {
        const next = await write<MailPreview>('/mails/preview', { body: JSON.parse(body) });
        if (isCurrent) [setMail(next), setError(null)];
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        if (isCurrent) [setMail(null), setError(failure)];
      }
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [body, caseId]);
  const options = (cases.data?.cases ?? []).map(({ id, number, orderName, kind }) => ({
    value: id,
    label: `${number} · ${orderName} · ${word('kind', kind)}`,
  }));
  return (
    <Section title={t('mails.preview')}>
      {options.length === 0 ? (
        <Text as="p">{t('mails.preview.none')}</Text>
      ) : (
        <BlockStack gap="300">
          <Select label={t('mails.preview.case')} options={options} value={caseId ?? ''} onChange={setChosen} />
          {error && <ProblemBanner error={error} />}
          {mail && (
            <>
              <Text as="p">
                <b>{t('mails.preview.subject')}:</b> {mail.subject}
              </Text>
              <iframe
                title={t('mails.preview.frame')}
                sandbox=""
                srcDoc={mail.html}
                style={{ width: '100%', height: '640px', border: '1px solid #d8dee4', borderRadius: '8px' }}
              />
            </>
          )}
        </BlockStack>
      )}
    </Section>
  );
};
