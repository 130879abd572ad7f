import type { Said } from './speaker.ts';

/** Last days as sentences have them (`policy/format.ts`): "Wednesday, November 4, 2026 (New York time)". */
export const DATES: Said = {
  'Monday, {day}, {year} ({place} time)': 'Montag, {day} {year} (Ortszeit {place})',
  'Tuesday, {day}, {year} ({place} time)': 'Dienstag, {day} {year} (Ortszeit {place})',
  'Wednesday, {day}, {year} ({place} time)': 'Mittwoch, {day} {year} (Ortszeit {place})',
  'Thursday, {day}, {year} ({place} time)': 'Donnerstag, {day} {year} (Ortszeit {place})',
  'Friday, {day}, {year} ({place} time)': 'Freitag, {day} {year} (Ortszeit {place})',
  'Saturday, {day}, {year} ({place} time)': 'Samstag, {day} {year} (Ortszeit {place})',
  'Sunday, {day}, {year} ({place} time)': 'Sonntag, {day} {year} (Ortszeit {place})',
  'January {day}': '{day}. Januar',
  'February {day}': '{day}. Februar',
  'March {day}': '{day}. März',
  'April {day}': '{day}. April',
  'May {day}': '{day}. Mai',
  'June {day}': '{day}. Juni',
  'July {day}': '{day}. Juli',
  'August {day}': '{day}. August',
  'September {day}': '{day}. September',
  'October {day}': '{day}. Oktober',
  'November {day}': '{day}. November',
  'December {day}': '{day}. Dezember',
};
