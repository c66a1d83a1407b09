/** What a case does outside itself. Each service is idempotent by (case, job): a repetition changes nothing. */
import { eq } from 'drizzle-orm';
import type { Log } from '../config/log.ts';
import type { Database } from '../db/pool.ts';
import { cases, notices, publications } from '../db/schema.ts';
import { services, type ServiceName } from '../domain/model/services.ts';
import { text } from '../domain/text.ts';
import type { ServiceActivities, ServiceRequest } from './contract.ts';

type Run = (database: Database, request: ServiceRequest) => Promise<void>;

const keyOf = ({ caseId, job }: ServiceRequest): string => `${caseId}:j${job}`;

const run: Record<ServiceName, Run> = {
  notify: async ({ db }, request) => {
    const { to, subjectZh, subjectEn, bodyZh, bodyEn } = services.notify.parse(request.input);
    await db
      .insert(notices)
      .values({ id: keyOf(request), caseId: request.caseId, pool: to, subject: text(subjectZh, subjectEn), body: text(bodyZh, bodyEn), at: new Date().toISOString() })
      .onConflictDoNothing();
  },
  publish: async ({ db }, request) => {
    const { kind, titleZh, titleEn, facts } = services.publish.parse(request.input);
    const [found] = await db.select({ agency: cases.agency }).from(cases).where(eq(cases.id, request.caseId));
    if (!found) throw new Error(`case ${request.caseId} is not in the record`);
    await db
      .insert(publications)
      .values({
        id: keyOf(request), caseId: request.caseId, kind, title: text(titleZh, titleEn), agency: found.agency, publishedAt: new Date().toISOString(),
        facts: facts.flatMap((f) => (f.value === null ? [] : [{ label: text(f.labelZh, f.labelEn), value: String(f.value) }])),
      })
      .onConflictDoNothing();
  },
};

const isService = (name: string): name is ServiceName => name in services;

export const serviceActivities = (database: Database, log: Log): ServiceActivities => ({
  runService: async (request) => {
    // A definition is registered only with services that exist; a worker older than the definition must leave the job for a newer one.
    if (!isService(request.service)) throw new Error(`this worker has no service ${request.service}`);
    await run[request.service](database, request);
    log.debug({ caseId: request.caseId, job: request.job, service: request.service }, 'service done');
  },
});
