/** What a case does outside itself. Each service is idempotent by (case, job): a repetition changes nothing and is told the same. */
import { ZodError } from 'zod';
import type { Log } from '../config/log.ts';
import type { Database } from '../db/pool.ts';
import type { JsonObject } from '../domain/json.ts';
import { serviceResults, services, type ServiceName } from '../domain/model/services.ts';
import { alive } from './alive.ts';
import type { SendToCase } from './case-walk.ts';
import type { ServiceActivities } from './contract.ts';
import { collectCases, joinBatch, otherCases } from './services/batch.ts';
import { calendarDay } from './services/calendar-day.ts';
import { findCredit, recordCredit, withdrawCredit } from './services/credit.ts';
import { generateDocument, listFiles } from './services/documents.ts';
import { fundServices } from './services/fund.ts';
import { linkCase } from './services/links.ts';
import { answerObjection, checkNotice, endPublication, notify, openNotice, openObjections, publish } from './services/messages.ts';
import { sendEach, sendMessage } from './services/messages-between.ts';
import { allotPlaces, commit, drawResult, open, panelResult } from './services/panels.ts';
import { countEnterpriseCases, findAgency } from './services/register.ts';
import type { Run } from './services/run.ts';
import { broadcastSignal, type Broadcast } from './signal-walk.ts';

const runners = ({ send, ...broadcast }: BetweenCases): Record<ServiceName, Run> => ({
  notify, publish, 'publish.end': endPublication,
  'calendar.day': calendarDay,
  'notice.open': openNotice, 'notice.check': checkNotice, 'notice.objections': openObjections, 'objection.answer': answerObjection,
  ...fundServices,
  'credit.record': recordCredit, 'credit.withdraw': withdrawCredit, 'credit.find': findCredit,
  'draw.commit': commit, 'draw.result': drawResult, 'panel.open': open, 'panel.result': panelResult, 'panel.allot': allotPlaces,
  'agency.find': findAgency, 'enterprise.cases': countEnterpriseCases,
  'document.generate': generateDocument, 'files.list': listFiles,
  'case.link': linkCase(send),
  'message.send': sendMessage(send, 'message.send'), 'message.deliver': sendMessage(send, 'message.deliver'), 'message.send-each': sendEach(send), 'batch.join': joinBatch(send), 'cases.collect': collectCases, 'cases.others': otherCases,
  'signal.broadcast': broadcastSignal(broadcast),
});

const isService = (name: string): name is ServiceName => Object.hasOwn(services, name);

/** Nothing but `ok: false`: the step takes each result that is missing as null. */
const refusedInput = (error: ZodError): JsonObject => ({ ok: false, reason: `input: ${[...new Set(error.issues.map((i) => i.path.join('.')))].slice(0, 5).join(', ')}` });

/** What services that speak to other cases need. */
export interface BetweenCases extends Broadcast { readonly send: SendToCase }

export function serviceActivities(database: Database, log: Log, between: BetweenCases): ServiceActivities {
  const run = runners(between);
  return {
    runService: (request) => alive(async () => {
      // A definition is registered only with services that exist; a worker older than the definition must leave the job for a newer one.
      if (!isService(request.service)) throw new Error(`this worker has no service ${request.service}`);
      try {
        const told = await run[request.service](database, request);
        log.debug({ caseId: request.caseId, job: request.job, service: request.service }, 'service done');
        return told;
      } catch (error) {
        // What does not fit will not fit the next time either: a case that can be told of it goes on by its way for refusals.
        if (error instanceof ZodError && Object.hasOwn(serviceResults, request.service)) return refusedInput(error);
        throw error;
      }
    }),
  };
}
