/** The one timer of a case: set to its next due moment, whichever that is. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

export class WakeTimer {
  due = false;
  #at: number | null = null;
  #scope: CancellationScope | null = null;

  /** @param at milliseconds since the epoch; null = nothing to wait for. Setting the same moment again costs nothing. */
  set(at: number | null): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.due = false;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    scope.run(() => sleep(Math.max(1, at - Date.now()))).then(
      () => {
        this.due = true;
      },
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  }

  /** The moment is being acted upon. If it is still ahead afterwards, `set` arms it anew. */
  acknowledge(): void {
    this.due = false;
    this.#at = null;
    this.#scope = null;
  }
}
