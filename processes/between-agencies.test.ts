/** What the cases of several agencies tell one another: every message is awaited by somebody, and brings what is asked for and nothing else. */
import { describe, expect, it } from 'vitest';
import { checkCalls } from '../domain/model/check.ts';
import { agencyById } from '../domain/authority/agencies.ts';
import { enforcement } from './enforcement/definition.ts';
import { agencyName } from './between-agencies.ts';
import { evaluateFeel } from '../domain/engine/expressions.ts';
import { criminalAcceptance } from './criminal-acceptance/definition.ts';
import { criminalTransfer } from './criminal-transfer/definition.ts';
import { filingSupervision } from './filing-supervision/definition.ts';
import { opinionHandling } from './opinion-handling/definition.ts';
import { procuratorialOpinion } from './procuratorial-opinion/definition.ts';
import { transferRecord } from './transfer-record/definition.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';

const models = [criminalTransfer, criminalAcceptance, filingSupervision, procuratorialOpinion, opinionHandling, transferRecord];
/** Whose case the field names. */
const caseIn: Readonly<Record<string, ProcessDefinition>> = { transferCase: criminalTransfer, policeCase: criminalAcceptance, supervisionCase: filingSupervision, opinionCase: procuratorialOpinion, handlingCase: opinionHandling };

const sent = models.flatMap((from) => from.nodes.flatMap((node) => {
  if (node.type !== 'serviceTask' || (node.service !== 'message.deliver' && node.service !== 'message.send')) return [];
  const { to = '', message = '', data = '' } = node.input;
  return [{ title: `${from.key} ${node.id}`, to: caseIn[to] as ProcessDefinition, message: JSON.parse(message) as string, brings: [...data.matchAll(/(?:\{|, )(\w+): /g)].map(([, name]) => name) }];
}));
/** Catch events, boundary events, and event sub-processes beside them (补正后到): each waits for a message. */
const awaited = (model: ProcessDefinition) => model.nodes.flatMap((node) => ('on' in node && node.on?.kind === 'message' ? [node.on] : []));

describe('messages between the agencies', () => {
  it('are many, each to a case of a process that is known', () => {
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.filter((m) => m.to === undefined)).toEqual([]);
  });
  it.each(sent.map((m) => [m.title, m] as const))('%s is awaited, and brings what the event asks for', (_title, { to, message, brings }) => {
    const events = awaited(to).filter((e) => e.message === message);
    expect(events.length).toBeGreaterThan(0);
    for (const { form } of events) {
      expect(brings.filter((name) => !Object.hasOwn(form, name as string))).toEqual([]);
      expect(Object.keys(form).filter((name) => form[name] === 'required' && !brings.includes(name))).toEqual([]);
    }
  });
  it('nothing is awaited that nobody sends', () => {
    const waiting = models.flatMap((model) => awaited(model).map((e) => [model.key, e.message] as const));
    expect(waiting.filter(([key, message]) => !sent.some((m) => m.to.key === key && m.message === message))).toEqual([]);
  });
  it('every case that one of them opens gets what its start form asks for', () => {
    expect(models.flatMap((model) => checkCalls(model, [...models, enforcement]))).toEqual([]);
  });
});

describe('the name of an agency on paper', () => {
  it('is that of the agency that was chosen, and nothing where none was', () => {
    expect(evaluateFeel(agencyName('policeAgency', 'police'), { policeAgency: 'gz-police' }, 'x')).toBe(agencyById('gz-police')?.name.zh);
    expect(evaluateFeel(agencyName('policeAgency', 'police'), { policeAgency: null }, 'x')).toBeNull();
  });
});
