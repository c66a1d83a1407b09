/** Bounds what one address may ask without a valid token. Counts by the minute, or by so many; people who are signed in are never counted. */
export interface AnonymousLimit {
  /** Counts one request. @returns seconds to wait where there were too many, otherwise null */
  readonly hit: (address: string) => number | null;
}

const msPerMinute = 60_000;
/** Addresses remembered at most; beyond it everybody counts from 0 again, which bounds memory whatever is sent. */
const maxAddresses = 50_000;

export function anonymousLimit(count: number, minutes = 1, now: () => number = Date.now): AnonymousLimit {
  const span = minutes * msPerMinute;
  let counts = new Map<string, number>();
  let window = 0;
  return {
    hit: (address) => {
      const current = Math.floor(now() / span);
      if (current !== window || counts.size > maxAddresses) {
        window = current;
        counts = new Map();
      }
      const hits = (counts.get(address) ?? 0) + 1;
      counts.set(address, hits);
      return hits > count ? Math.ceil(((current + 1) * span - now()) / 1_000) : null;
    },
  };
}
