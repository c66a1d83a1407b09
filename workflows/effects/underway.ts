/** What a case has asked the world for (services, other cases): what is in the state and not under way is started, what is no longer in the state is cancelled. */
import { CancellationScope, isCancellation } from '@temporalio/workflow';

export class Underway<T extends { readonly id: number }, R> {
  readonly #scopes = new Map<number, CancellationScope>();
  readonly #run: (asked: T) => Promise<R>;
  readonly #done: (id: number, result: R) => void;

  constructor(run: (asked: T) => Promise<R>, done: (id: number, result: R) => void) {
    this.#run = run;
    this.#done = done;
  }

  follow(asked: Readonly<Record<number, T>>): void {
    for (const one of Object.values(asked)) if (!this.#scopes.has(one.id)) this.#start(one);
    for (const [id, scope] of this.#scopes) {
      if (asked[id]) continue;
      this.#scopes.delete(id);
      scope.cancel();
    }
  }

  #start(asked: T): void {
    const scope = new CancellationScope();
    this.#scopes.set(asked.id, scope);
    scope.run(() => this.#run(asked)).then(
      (result) => this.#done(asked.id, result),
      (error: unknown) => {
        // Every failure is retried; only a cancellation ends here.
        if (!isCancellation(error)) throw error;
      },
    );
  }
}

/** Of what goes to one and the same case, the first: the next follows when that one has it in its record. */
export function firstOfEach<T extends { readonly to: string }>(asked: Readonly<Record<number, T>>): Readonly<Record<number, T>> {
  const taken = new Set<string>();
  return Object.fromEntries(Object.entries(asked).filter(([, { to }]) => !taken.has(to) && taken.add(to)));
}
