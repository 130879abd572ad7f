import { Badge, Tooltip } from '@shopify/polaris';
import { clauseSentence } from '../words/clauses.ts';

/** A clause's number; its sentence on hovering or focus. */
export const ClauseTag = ({ clause }: { clause: string }) => {
  const sentence = clauseSentence(clause);
  const tag = <Badge size="small">{clause}</Badge>;
  return sentence === null ? tag : <Tooltip content={sentence}>{tag}</Tooltip>;
};
