import { Badge } from '@shopify/polaris';
import { hasWord, word } from '../messages/index.ts';
import { type LookGroup, lookOf } from '../words/tones.ts';

/** A state in its word; the pip and the colour say it again. */
export const LookBadge = ({
  group,
  value,
  words,
  size,
}: {
  group: LookGroup;
  value: string;
  /** Where the same state has another name: a replacement is not paid but sent. */
  words?: string | undefined;
  size?: 'small';
}) => {
  const { tone, progress } = lookOf(group, value);
  const text = words !== undefined && hasWord(words, value) ? word(words, value) : word(group, value);
  return (
    <Badge tone={tone} progress={progress} size={size} toneAndProgressLabelOverride="">
      {text}
    </Badge>
  );
};
