import { ASKING } from './asking.ts';
import { BEFORE_SHIPPING } from './before-shipping.ts';
import { CARRIAGE } from './carriage.ts';
import { INSPECTION } from './inspection.ts';
import { REFUNDS } from './refunds.ts';
import { WAY_BACK } from './way-back.ts';

/** Every ambiguity of the text with the choices a merchant has. A setting's name is its key. */
export const SETTINGS = {
  ...BEFORE_SHIPPING,
  ...ASKING,
  ...WAY_BACK,
  ...INSPECTION,
  ...CARRIAGE,
  ...REFUNDS,
} as const;
