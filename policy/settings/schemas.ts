import { z } from 'zod';

/** A whole number of days, hours, minutes or months. */
export const count = (max: number) => z.int().min(0).max(max);

/** A non-negative decimal, kept as text so that no cent is lost; whole numbers may be written without quotes. */
export const decimal = z
  .union([z.string(), z.int().nonnegative().transform(String)])
  .pipe(z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, 'expected an amount like "500.00"'));

export const percent = z.number().min(0).max(100).multipleOf(0.01);

export const country = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 country like "DE"');

/** An IANA zone; the engine knows which exist. */
export const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return /^[A-Za-z]/.test(zone);
    } catch {
      return false;
    }
  },
  { error: 'expected an IANA time zone like "Europe/Berlin"' },
);
