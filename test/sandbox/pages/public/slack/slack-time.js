/** Times as the reader's client shows them. `now` is the sandbox's time. */

export const clockTime = (ts) =>
  new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(Number(ts) * 1000);

const dayOf = (ms) => new Date(ms).toDateString();

export const dayLabel = (ts, now) => {
  const at = Number(ts) * 1000;
  if (dayOf(at) === dayOf(now)) return 'Today';
  if (dayOf(at) === dayOf(now - 86_400_000)) return 'Yesterday';
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(
    at,
  );
};

export const sameDay = (a, b) => dayOf(Number(a) * 1000) === dayOf(Number(b) * 1000);
