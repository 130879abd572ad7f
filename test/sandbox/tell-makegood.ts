/** How long Makegood may take to move its clock, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Tells Makegood how far its clock is ahead of real time. It listens to this in the demo and in tests only, and only
 * with the shared secret. Where it is not up yet nothing is lost: it asks `GET /clock` when it starts.
 * @throws when Makegood is there but refuses
 */
export const tellMakegood = async (makegoodUrl: string, secret: string, offsetMs: number): Promise<void> => {
  let response: Response;
  try {
    response = await fetch(`${makegoodUrl}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sandbox-secret': secret },
      body: JSON.stringify({ offsetMs }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    if (isRefusedConnection(error)) return;
    throw new Error(`makegood at ${makegoodUrl} did not take the new time`, { cause: error });
  }
  if (!response.ok && response.status !== 404)
    throw new Error(`makegood at ${makegoodUrl} answered ${response.status} to the new time`);
};

const isRefusedConnection = (error: unknown): boolean =>
  error instanceof TypeError && (error.cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
