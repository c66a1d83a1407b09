/**
 * One Idempotency-Key per submission: kept while the same content may have to be sent again (lost answer, 503, reload of the page),
 * given up once the API has decided, or when the content changes.
 */
const prefix = 'banjie.attempt:';

interface Attempt { readonly key: string; readonly content: string }

function read(path: string): Attempt | null {
  const text = sessionStorage.getItem(prefix + path);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'key' in value && 'content' in value) {
      const { key, content } = value;
      if (typeof key === 'string' && typeof content === 'string') return { key, content };
    }
  } catch { /* damaged: a new key is the safe answer */ }
  return null;
}

export function attemptKey(path: string, body: unknown): string {
  const content = JSON.stringify(body);
  const earlier = read(path);
  if (earlier?.content === content) return earlier.key;
  const key = crypto.randomUUID();
  sessionStorage.setItem(prefix + path, JSON.stringify({ key, content } satisfies Attempt));
  return key;
}

export const attemptDecided = (path: string): void => sessionStorage.removeItem(prefix + path);
