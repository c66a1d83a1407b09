/** Waits for what comes about by itself in another process: asks again until there is an answer. */
export async function until<T>(ask: () => Promise<T | null>, { within = 30_000 }: { readonly within?: number } = {}): Promise<T> {
  for (const end = Date.now() + within; ;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`nothing came about within ${within} ms: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
