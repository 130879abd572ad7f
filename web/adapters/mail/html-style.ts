import type { CSSProperties } from 'react';

/** Inline styles, because many mail programs take no others. Contrast is at least 4.5 : 1 throughout. */
const INK = '#1f2328';
const MUTED = '#59636e';
const LINE = '#d8dee4';
const WASH = '#f4f6f8';
const FONT = '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const MONO = '"SFMono-Regular", Consolas, "Liberation Mono", Menlo, monospace';

const base = { fontFamily: FONT, color: INK } as const;
const cell = { ...base, fontSize: '15px', lineHeight: '22px', verticalAlign: 'top', padding: '3px 0' } as const;

export const body: CSSProperties = { ...base, backgroundColor: WASH, margin: 0, padding: '24px 8px' };
export const card: CSSProperties = {
  backgroundColor: '#ffffff',
  border: `1px solid ${LINE}`,
  borderRadius: '10px',
  maxWidth: '600px',
  padding: '26px 24px',
  // A word longer than the line breaks; without both, a table grows with it and the mail has to be scrolled sideways.
  overflowWrap: 'anywhere',
  wordBreak: 'break-word',
};
export const shopName: CSSProperties = { ...base, color: MUTED, fontSize: '14px', fontWeight: 600, margin: 0 };
export const title: CSSProperties = {
  ...base,
  fontSize: '24px',
  lineHeight: '31px',
  fontWeight: 700,
  margin: '6px 0 14px',
};
export const block: CSSProperties = { padding: '0 0 10px' };
export const paragraph: CSSProperties = { ...base, fontSize: '15px', lineHeight: '23px', margin: '2px 0' };
export const note: CSSProperties = { ...base, color: MUTED, fontSize: '13px', lineHeight: '20px', margin: '2px 0' };
export const heading: CSSProperties = {
  ...base,
  fontSize: '16px',
  lineHeight: '22px',
  fontWeight: 700,
  margin: '12px 0 0',
};
export const muted: CSSProperties = { color: MUTED };

export const highlight: CSSProperties = {
  backgroundColor: WASH,
  border: `1px solid ${LINE}`,
  borderRadius: '8px',
  padding: '14px 18px',
  textAlign: 'center',
};
export const highlightLabel: CSSProperties = { ...base, color: MUTED, fontSize: '13px', lineHeight: '18px', margin: 0 };
export const highlightValue: CSSProperties = {
  color: INK,
  fontFamily: MONO,
  fontSize: '30px',
  lineHeight: '38px',
  fontWeight: 700,
  letterSpacing: '1px',
  margin: 0,
};

/** Its words stay whole on a phone: the column grows with the longest (`Sendungsverfolgung`), values break instead. */
export const factLabel: CSSProperties = {
  ...cell,
  color: MUTED,
  width: '42%',
  paddingRight: '10px',
  overflowWrap: 'break-word',
  wordBreak: 'normal',
};
export const factValue: CSSProperties = cell;
export const address: CSSProperties = { borderLeft: `3px solid ${LINE}`, paddingLeft: '14px' };
export const addressLine: CSSProperties = { ...base, fontSize: '15px', lineHeight: '22px', margin: 0 };
export const stepNumber: CSSProperties = { ...cell, color: MUTED, width: '28px' };
export const stepText: CSSProperties = cell;
export const itemQuantity: CSSProperties = {
  ...cell,
  width: '44px',
  paddingRight: '10px',
  whiteSpace: 'nowrap',
  fontWeight: 600,
};
export const clauseId: CSSProperties = { ...cell, color: MUTED, fontSize: '13px', width: '44px' };
export const clause: CSSProperties = { ...cell, fontSize: '14px' };

export type AmountLook = Readonly<{ label: CSSProperties; value: CSSProperties }>;
const right = { textAlign: 'right', whiteSpace: 'nowrap', width: '30%' } as const;
const above = { borderTop: `1px solid ${LINE}`, fontWeight: 700, paddingTop: '9px' } as const;
export const amount: AmountLook = { label: cell, value: { ...cell, ...right } };
export const total: AmountLook = { label: { ...cell, ...above }, value: { ...cell, ...right, ...above } };
export const amountNote: CSSProperties = { color: MUTED, fontSize: '13px', lineHeight: '18px' };

export const rule: CSSProperties = { border: 'none', borderTop: `1px solid ${LINE}`, margin: '14px 0 12px' };
export const footer: CSSProperties = { ...base, color: MUTED, fontSize: '13px', lineHeight: '20px', margin: 0 };
/** Large enough for a thumb; side by side where there is room. The first is filled with the shop's colour. */
export const choice = (accent: string, first: boolean): CSSProperties => ({
  ...base,
  backgroundColor: first ? accent : '#ffffff',
  color: first ? '#ffffff' : accent,
  border: `1px solid ${accent}`,
  borderRadius: '8px',
  display: 'inline-block',
  fontSize: '16px',
  fontWeight: 600,
  lineHeight: '20px',
  margin: '4px 12px 8px 0',
  padding: '12px 22px',
  textDecoration: 'none',
});
export const logo: CSSProperties = { display: 'block', height: '40px', width: 'auto', maxWidth: '240px' };
export const link: CSSProperties = { color: '#0a58ca', overflowWrap: 'anywhere' };
