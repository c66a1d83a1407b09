/** Every way through a transfer on the side of the regulator. */
import { describe, expect, it } from 'vitest';
import { peopleNamed } from '../../test/support/named.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { criminalTransfer } from './definition.ts';
import { transfer } from './walks.ts';

const { walks } = transfer;
const walker = pureWalker(criminalTransfer, transfer);

describeWalks(criminalTransfer, transfer, walker);

describe('what the law asks of a transfer', () => {
  it('the report is signed by two different people: whoever has signed cannot sign again, and the head is neither', () => {
    const d = walker.walk(upTo(walks.filed, 'reportSigning', 1));
    const second = { type: 'complete', task: d.task('reportSigning'), outcome: 'signed', data: {} } as const;
    expect(d.refused(second, walker.actor('wu')).code).toBe('signing.twice');
    d.act(second, walker.actor('su'));
    expect(d.openNodes()).toEqual(['approval']);
    const both = { kind: 'person', id: 'su', name: 'su', pools: ['officer@gz-amr', 'agency-head@gz-amr'] } as const;
    expect(d.refused({ type: 'claim', task: d.task('approval') }, both)).toMatchObject({ code: 'forbidden.separation', params: { step: 'reportSigning' } });
  });
  it('the task force is at least two officers of the agency (§5①): one named twice, one alone, or somebody in another post is none', () => {
    const d = walker.walk(upTo(walks.filed, 'designation'));
    const appoint = (taskForceMembers: readonly string[], taskForceLead: readonly string[] = ['wu']) =>
      ({ type: 'complete', task: d.task('designation'), outcome: 'designated', data: { taskForceLead, taskForceMembers }, people: peopleNamed({ taskForceLead, taskForceMembers }) }) as const;
    const problems = [['wu'], ['wu', 'wu'], ['wu', 'deng'], ['吴倩', '苏婷']].map((members) => d.refused(appoint(members), walker.actor('deng')).fields?.map((f) => `${f.field}: ${f.code}`));
    expect(problems).toEqual([['taskForceMembers: too-few'], ['taskForceMembers: named-twice'], ['taskForceMembers: not-in-post'], ['taskForceMembers: not-in-post']]);
    expect(d.refused(appoint(['wu', 'su'], ['wu', 'su']), walker.actor('deng')).fields).toMatchObject([{ field: 'taskForceLead', code: 'too-many' }]);
    d.act(appoint(['su', 'wu']), walker.actor('deng'));
    // Its head is one of it, and is there once.
    expect(d.state.data['taskForce']).toEqual([{ id: 'wu', name: '吴倩' }, { id: 'su', name: '苏婷' }]);
  });
  it.each(['verification', 'reportSigning'])('only who was put into the task force does its work: %s', (step) => {
    const d = walker.walk(upTo(walks.filed, step));
    const other = { kind: 'person', id: 'qiang', name: '强生', pools: ['officer@gz-amr'] } as const;
    expect(d.refused({ type: 'claim', task: Object.values(d.state.tasks)[0]?.id ?? 0 }, other)).toMatchObject({ code: 'forbidden.designated', params: { field: 'taskForce' } });
  });
  it('what the police decide while a supplement is still due ends it, and its limit with it', () => {
    for (const [way, at] of [[walks.decidedMeanwhile, 'handover'], [walks.notFiledMeanwhile, 'response']] as const) {
      const d = walker.walk(upTo(way, at));
      expect(d.openNodes()).toEqual([at]);
      expect(d.bodies('clock.stopped').filter((b) => b.clock === 'supplement').map((b) => b.reason)).toEqual(['met']);
      expect(d.bodies('task.cancelled').map((b) => b.node)).toContain('supplement');
    }
  });
  it('only the principal or presiding head decides, and says as which; a refusal without its reasons is no decision', () => {
    const d = walker.walk(upTo(walks.filed, 'approval'));
    const task = d.task('approval');
    expect(d.refused({ type: 'claim', task }, walker.actor('deng')).code).toBe('forbidden.pool');
    const missing = (outcome: string, data: Record<string, string>) => d.refused({ type: 'complete', task, outcome, data }, walker.actor('feng')).fields?.map((f) => f.field);
    expect(missing('approved', {})).toEqual(['headCapacity']);
    expect(missing('notApproved', { headCapacity: 'principal' })).toEqual(['refusalReasons']);
  });
  it('the reasons of a refusal are put on record, in a document that only the regulator reads', () => {
    const drafted = walker.walk(walks.notApproved).bodies('document.drafted');
    expect(drafted.map((b) => [b.template, b.internal])).toEqual([['refusalRecord', true]]);
    expect(drafted[0]?.values['reasons']).toBe('现有证据不能证明已造成严重后果，依法给予行政处罚。');
  });
  it('a lead of corruption goes to the supervisory commission, whatever becomes of the transfer', () => {
    const d = walker.walk(walks.lead);
    expect(d.bodies('document.drafted').map((b) => b.template)).toEqual(['corruptionLead', 'refusalRecord']);
    expect(d.bodies('job.requested').filter((b) => b.service === 'notify').map((b) => b.input['to'])).toContain('officer@gd-supervisory-commission');
  });
  it('the letter goes to the police with a copy to the procuratorate, and says what fine has been paid', () => {
    const d = walker.walk(walks.filed);
    const letter = d.bodies('document.drafted').find((b) => b.template === 'transferLetter');
    expect(letter?.to).toEqual([{ name: '广州市公安局', pool: 'officer@gz-police', person: null }, { name: '广州市人民检察院', pool: 'officer@gz-procuratorate', person: null }]);
    expect(letter?.values).toMatchObject({ hasFine: true, fineAlreadyPaid: 5_000_000 });
    expect(d.bodies('job.requested').find((b) => b.node === 'tellHandover')?.input).toMatchObject({ message: 'goodsHandedOver', data: { fineAlreadyPaid: 5_000_000 } });
  });
  it('what other agencies handle is not the regulator’s to suspend: each is opened as a case of its own', () => {
    const calls = criminalTransfer.nodes.filter((n) => n.type === 'callActivity');
    expect(calls.map((c) => [c.process, c.wait])).toEqual([['transfer-record', false], ['criminal-acceptance', false], ['filing-supervision', false], ['enforcement', false]]);
  });
});
