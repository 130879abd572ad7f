import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';

type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

export const itemsOf = ({ order }: Pick<CaseDetail, 'order'>, lines: Lines, words: Words) =>
  lines.map(({ lineItemId, quantity }) => {
    const line = order.lines.find((one) => one.id === lineItemId);
    return { quantity, title: [line?.title ?? words.say('sheet.item'), line?.variantTitle].filter(Boolean).join(', ') };
  });
