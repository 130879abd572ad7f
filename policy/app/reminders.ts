/** Deadlines that are Makegood's own business, by kind: it writes to somebody or looks again. Nobody is late by them. */
export const REMINDERS: readonly string[] = [
  'rma-reminder',
  'approval-reminder',
  'approval-escalation',
  'backorder-reminder',
  'photos-reminder',
  'recall-look',
];

export const isReminder = ({ kind }: Readonly<{ kind: string }>): boolean => REMINDERS.includes(kind);
