/** A wrong reference does not compile: tsc fails on this file if one of the marked lines is accepted. */
import { describe, expect, it } from 'vitest';
import { text } from '../text.ts';
import { internalTarget, workingDays } from './builder-clocks.ts';
import { field } from './builder-fields.ts';
import { describeProcess } from './builder.ts';
import { sample, sampleHead } from './sample.test-support.ts';

/** Never called: only its types matter. */
const neverRuns = (): void => {
  const base = {
    key: 'x', version: 1, name: text('x', 'x'), summary: text('x', 'x'), numberWord: 'x', title: '"x"',
    roles: { officer: text('承办人', 'Officer') }, outcomes: { done: text('完', 'Done') },
    fields: { code: field.uscc('代码', 'Code'), note: field.text('备注', 'Note') },
    parties: { firm: { name: text('企业', 'Firm'), usccField: 'code' as const } },
    starters: [{ kind: 'office', role: 'officer' }] as const, startForm: {},
  };
  // @ts-expect-error the start form names a field that is not declared
  describeProcess({ ...base, startForm: { notes: 'required' } });
  // @ts-expect-error a party is found by a field that is not declared
  describeProcess({ ...base, parties: { firm: { name: text('企业', 'Firm'), usccField: 'codes' } } });
  // @ts-expect-error a starter is a role that is not declared
  describeProcess({ ...base, starters: [{ kind: 'office', role: 'head' }] });
  // @ts-expect-error a use of a field that does not exist
  describeProcess({ ...base, startForm: { note: 'mandatory' } });

  // @ts-expect-error no such role
  sampleHead.steps(({ office, user, neutral }) => ({ a: user('a', 'a', { by: office('agency-head'), form: {}, outcomes: { ok: neutral('是', 'Yes') } }) }));
  // @ts-expect-error no such party
  sampleHead.steps(({ party, user, neutral }) => ({ a: user('a', 'a', { by: party('producer'), form: {}, outcomes: { ok: neutral('是', 'Yes') } }) }));
  // @ts-expect-error no such field in a form
  sampleHead.steps(({ office, user, neutral, asks }) => ({ a: user('a', 'a', { by: office('officer'), form: asks('reason'), outcomes: { ok: neutral('是', 'Yes') } }) }));
  // @ts-expect-error an outcome requires a field that is not declared
  sampleHead.steps(({ office, user, neutral }) => ({ a: user('a', 'a', { by: office('officer'), form: {}, outcomes: { ok: neutral('是', 'Yes', { requires: ['reason'] }) } }) }));
  // @ts-expect-error separation from a step that does not exist
  sampleHead.steps(({ office, user, neutral }) => ({ a: user('a', 'a', { by: office('officer'), form: {}, notSameAs: ['b'], outcomes: { ok: neutral('是', 'Yes') } }) }));
  // @ts-expect-error a case cannot end like this
  sampleHead.steps(({ end }) => ({ a: end('终', 'End', 'withdrawn') }));
  // @ts-expect-error a timer beside a step that does not exist
  sampleHead.steps(({ deadline }) => ({ late: deadline('逾期', 'Late', 'a', { kind: 'after', rule: workingDays(1, internalTarget) }) }));
  // @ts-expect-error no such service
  sampleHead.steps(({ service }) => ({ a: service('发', 'Send', 'telegraph', {}) }));
  // @ts-expect-error an input of the service is missing
  sampleHead.steps(({ service }) => ({ a: service('发', 'Send', 'notify', { to: '"officer@gd-amr"', subjectZh: '"a"', subjectEn: '"a"', bodyZh: '"a"' }) }));
  // @ts-expect-error a script sets a field that is not declared
  sampleHead.steps(({ script }) => ({ a: script('算', 'Compute', { total: '1' }) }));

  const steps = sampleHead.steps(({ start, end, user, office, neutral, choice, parallel }) => ({
    filed: start('交', 'Filed'),
    look: user('看', 'Look', { by: office('officer'), form: {}, outcomes: { good: neutral('好', 'Good'), bad: neutral('坏', 'Bad') } }),
    gate: choice('判', 'Gate'),
    fork: parallel('分', 'Fork'),
    over: end('终', 'Over', 'granted'),
  }));
  const signing = sampleHead.steps(({ start, end, signed, office, positive, negative, neutral }) => ({
    filed: start('交', 'Filed'),
    meeting: signed('会签', 'Meeting', {
      by: office('section-head'), form: {}, outcomes: { yes: positive('同意', 'Yes'), no: negative('不同意', 'No'), abstain: neutral('弃权', 'Abstain') },
      signers: [{ by: office('officer') }, { by: office('section-head') }], order: 'together', rule: { kind: 'all' }, agree: 'yes', disagree: 'no',
    }),
    over: end('终', 'Over', 'granted'),
  }));
  // Of a vote only its two results have a way on.
  signing.flows(({ byOutcome }) => [byOutcome('meeting', { yes: 'over', no: 'over' })]);
  // @ts-expect-error an abstention is no result
  signing.flows(({ byOutcome }) => [byOutcome('meeting', { yes: 'over', no: 'over', abstain: 'over' })]);
  // @ts-expect-error consent is none of the outcomes
  sampleHead.steps(({ signed, office, positive, negative }) => ({ a: signed('会', 'M', { by: office('officer'), form: {}, outcomes: { yes: positive('是', 'Y'), no: negative('否', 'N') }, signers: [], order: 'together', rule: { kind: 'all' }, agree: 'aye', disagree: 'no' }) }));

  // @ts-expect-error a flow to a step that does not exist
  steps.flows(({ path }) => [path('filed', 'looks')]);
  // @ts-expect-error an outcome of the step has no way on
  steps.flows(({ byOutcome }) => [byOutcome('look', { good: 'over' })]);
  // @ts-expect-error an outcome that the step does not have
  steps.flows(({ byOutcome }) => [byOutcome('look', { good: 'over', bad: 'over', ugly: 'over' })]);
  // @ts-expect-error nobody decides at an event
  steps.flows(({ byOutcome }) => [byOutcome('filed', { good: 'over' })]);
  // @ts-expect-error ways by condition leave an exclusive gateway, and a step of a person is none
  steps.flows(({ choose }) => [choose('look', [['true', 'over']], 'over')]);
  // @ts-expect-error a split is a parallel gateway, and an exclusive gateway is none
  steps.flows(({ split }) => [split('gate', 'look', 'over')]);
  // @ts-expect-error the decision that a condition asks for is none of that step
  steps.flows(({ choose, outcome }) => [choose('gate', [[outcome('look', 'ugly'), 'over']], 'over')]);
  // @ts-expect-error the choice has no such option
  steps.flows(({ choose, is }) => [choose('gate', [[is('kind', 'urgent'), 'over']], 'over')]);
  // @ts-expect-error the field is no choice
  steps.flows(({ choose, is }) => [choose('gate', [[is('purpose', 'simple'), 'over']], 'over')]);

  const flows = steps.flows(({ path }) => [path('filed', 'look', 'over')]);
  const usual = { rules: [workingDays(5, internalTarget)], stop: [] };
  // @ts-expect-error a clock starts at a step that does not exist
  flows.clocks(({ clock, entered, office }) => ({ limit: clock('限', 'Limit', { ...usual, duty: office('officer'), start: [entered('looks')] }) }));
  // @ts-expect-error a clock starts by an outcome that the step does not have
  flows.clocks(({ clock, completed, office }) => ({ limit: clock('限', 'Limit', { ...usual, duty: office('officer'), start: [completed('look', 'ugly')] }) }));
  // @ts-expect-error a clock counts from a field that is not declared
  flows.clocks(({ clock, entered, office }) => ({ limit: clock('限', 'Limit', { ...usual, duty: office('officer'), start: [entered('look')], startsFrom: 'foundOn' }) }));
  // @ts-expect-error a clock is the duty of a role that is not declared
  flows.clocks(({ clock, entered, office }) => ({ limit: clock('限', 'Limit', { ...usual, duty: office('clerk'), start: [entered('look')] }) }));
};

describe('a definition made by the builder', () => {
  it('is plain JSON: what is stored and hashed is what was written', () => {
    expect(typeof neverRuns).toBe('function');
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });
  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(sample.nodes[0] as object, { id: 'other' })).toThrow(TypeError);
    expect(Object.isFrozen(sample.fields['kind']?.options)).toBe(true);
  });
  it('draws one exclusive gateway for the decision of a person, with one way per outcome', () => {
    expect(sample.nodes.find((n) => n.id === 'examinationDecision')).toMatchObject({ type: 'exclusiveGateway' });
    expect(sample.flows.filter((f) => f.from === 'examinationDecision')).toEqual([
      expect.objectContaining({ to: 'decision', condition: 'outcome.examination = "proposed"' }),
      expect.objectContaining({ to: 'supplement', condition: 'outcome.examination = "unclear"' }),
      expect.objectContaining({ to: 'refused', condition: 'outcome.examination = "unfit"' }),
    ]);
  });
  it('refuses names that FEEL would read as something else', () => {
    expect(() => describeProcess({ ...head, fields: { 'case-number': field.text('号', 'No') }, startForm: {} })).toThrow(/camelCase/);
    expect(() => describeProcess({ ...head, fields: { date: field.date('日', 'Day') }, startForm: {} })).toThrow(/word of FEEL/);
    expect(() => describeProcess({ ...head, fields: {}, startForm: {} }).steps(({ start }) => ({ 'first-step': start('始', 'Start') }))).toThrow(/camelCase/);
  });
});
const head = {
  key: 'x', version: 1, name: text('x', 'x'), summary: text('x', 'x'), numberWord: 'x', title: '"x"', roles: {}, parties: {}, outcomes: {}, starters: [],
} as const;
