/** The one timer of a case: set to its next due moment, whichever that is. */
import { CancellationScope, isCancellation, patched, sleep } from '@temporalio/workflow';

/** What is due already is acted upon without a timer, which takes the server a second; but no more in a row than one workflow task may send in a message. */
const inOneTask = 4;

export class WakeTimer {
  due = false;
  #at: number | null = null;
  #scope: CancellationScope | null = null;
  #inARow = 0;

  /** @param at milliseconds since the epoch; null = nothing to wait for. Setting the same moment again costs nothing. */
  set(at: number | null): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.due = false;
    if (at === null) return;
    if (at <= Date.now() && this.#inARow < inOneTask && patched('due-without-timer')) {
      this.#inARow += 1;
      this.due = true;
      return;
    }
    this.#inARow = 0;
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
