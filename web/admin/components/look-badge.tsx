import { Badge } from '@shopify/polaris';
import { word } from '../messages/index.ts';
import { type LookGroup, lookOf } from '../words/tones.ts';

/** A state in its word; the pip and the colour say it again. */
export const LookBadge = ({ group, value, size }: { group: LookGroup; value: string; size?: 'small' }) => {
  const { tone, progress } = lookOf(group, value);
  const text = word(group, value);
  return (
    <Badge tone={tone} progress={progress} size={size} toneAndProgressLabelOverride="">
      {text}
    </Badge>
  );
};
