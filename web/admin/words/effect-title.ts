import type { Effect } from '../../edge/admin/contract.ts';
import { word } from '../messages/index.ts';

/** What an effect does, e.g. `Mail to the customer: parcel received`. */
export const effectTitle = ({ kind, about }: Pick<Effect, 'kind' | 'about'>): string =>
  about === null ? word('effect', kind) : `${word('effect', kind)}: ${word('about', about)}`;
