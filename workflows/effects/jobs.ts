/** Service tasks: what is in the state and not under way is started, what is no longer in the state is cancelled. */
import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { ServiceActivities } from '../../activities/contract.ts';
import type { Job } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';

export class Jobs {
  readonly #underway = new Map<number, CancellationScope>();
  readonly #caseId: string;
  readonly #services: ServiceActivities;
  readonly #done: (job: number, result: JsonObject | null) => void;

  constructor(caseId: string, services: ServiceActivities, done: (job: number, result: JsonObject | null) => void) {
    this.#caseId = caseId;
    this.#services = services;
    this.#done = done;
  }

  follow(jobs: Readonly<Record<number, Job>>): void {
    for (const job of Object.values(jobs)) if (!this.#underway.has(job.id)) this.#start(job);
    for (const [id, scope] of this.#underway) {
      if (jobs[id]) continue;
      this.#underway.delete(id);
      scope.cancel();
    }
  }

  #start(job: Job): void {
    const scope = new CancellationScope();
    this.#underway.set(job.id, scope);
    scope.run(() => this.#services.runService({ caseId: this.#caseId, job: job.id, service: job.service, input: job.input })).then(
      // Histories of before services had results hold none.
      (result) => this.#done(job.id, result ?? null),
      (error: unknown) => {
        // Every failure is retried; only a cancellation ends here.
        if (!isCancellation(error)) throw error;
      },
    );
  }
}
