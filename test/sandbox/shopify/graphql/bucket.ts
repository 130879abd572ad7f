/** The leaky bucket of one app in one shop: real time, as with Shopify. */
export type BucketSize = Readonly<{ maximumAvailable: number; restoreRate: number }>;

/** A standard shop. */
export const STANDARD: BucketSize = { maximumAvailable: 2000, restoreRate: 100 };
/** No single request may ask for more. */
export const MAX_REQUEST = 1000;

export const createBucket = (
  { maximumAvailable, restoreRate }: BucketSize = STANDARD,
  nowMs = () => performance.now(),
) => {
  let level = maximumAvailable;
  let at = nowMs();
  const available = (): number => Math.min(maximumAvailable, level + ((nowMs() - at) / 1000) * restoreRate);
  return {
    /** Whether the request may run. */
    allows: (cost: number): boolean => available() >= cost,
    spend: (cost: number): void => {
      level = Math.max(0, available() - cost);
      at = nowMs();
    },
    status: () => ({ maximumAvailable, currentlyAvailable: Math.floor(available()), restoreRate }),
  };
};
export type Bucket = ReturnType<typeof createBucket>;
