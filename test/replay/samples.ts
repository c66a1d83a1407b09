/** The cases whose histories are kept of every release: each takes another road through the shell. */
import { definition, end, flow, parallel, start, userTask } from '../engine/models.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definitionHash } from '../../db/definitions.ts';
import { person } from '../engine/driver.ts';
import type { Shell } from '../support/shell.ts';

const rule = {
  budget: { amount: 3, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
  basis: { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' },
} as const;

const sideBySide = definition(
  [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c'), end()],
  [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end')],
  {
    clocks: [{
      id: 'limit', name: text('时限', 'Limit'), rules: [rule], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'c' }],
      duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, warnings: [], breach: 'record',
    }],
  },
);
const withService: ProcessDefinition = definition(
  [start, userTask('a'), { id: 'tell', type: 'serviceTask', name: text('通知', 'Tell'), service: 'notify',
    input: { to: '"officer@gd-amr"', subjectZh: '"题"', subjectEn: '"s"', bodyZh: '"文"', bodyEn: '"b"' } }, userTask('b'), end()],
  [flow('start', 'a'), flow('a', 'tell'), flow('tell', 'b'), flow('b', 'end')],
  { key: 'with-service' },
);

const complete = async (shell: Shell, caseId: string, node: string): Promise<void> => {
  // A service may have to finish before the step is there.
  for (;;) {
    const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node);
    if (!task) continue;
    await shell.send(caseId, { type: 'complete', task: task.id, outcome: 'done', data: {} });
    return;
  }
};

export interface Sample { readonly model: ProcessDefinition; /** Further definitions to which it goes over. */ readonly others?: readonly ProcessDefinition[]; readonly walk: (shell: Shell, caseId: string) => Promise<void> }

/** The second version of `sideBySide`, with one step more: a case goes over to it while one branch waits at the join. */
const longer: ProcessDefinition = {
  ...sideBySide, version: 2, nodes: [...sideBySide.nodes, userTask('d')], flows: [...sideBySide.flows.filter((f) => f.from !== 'c'), flow('c', 'd'), flow('d', 'end')],
};

/** Calls another case and waits for it, suspends it with itself, and is told of its end while it stands still. */
const called: ProcessDefinition = definition([start, userTask('look'), end()], [flow('start', 'look'), flow('look', 'end')], { key: 'called' });
const calling: ProcessDefinition = definition(
  [start, { id: 'call', type: 'callActivity', name: text('另案', 'Call'), process: 'called', input: {}, output: {} }, userTask('after'), end()],
  [flow('start', 'call'), flow('call', 'after'), flow('after', 'end')], { key: 'calling' },
);
const childOf = async (shell: Shell, caseId: string): Promise<string> => {
  for (;;) {
    const opened = (await shell.record(caseId)).flatMap(({ body }) => (body.type === 'opening.done' ? [body.child.caseId] : []))[0];
    if (opened !== undefined) return opened;
  }
};

export const samples: Readonly<Record<string, Sample>> = {
  calling: {
    model: calling, others: [called],
    walk: async (shell, caseId) => {
      const other = await childOf(shell, caseId);
      await shell.send(caseId, { type: 'suspend', reason: '中止' });
      await complete(shell, other, 'look').catch(() => undefined);
      for (;;) {
        const { status, suspension } = await shell.state(other);
        if (status === 'closed') break;
        if (suspension) {
          await shell.send(other, { type: 'resume' });
          await complete(shell, other, 'look');
        }
      }
      while (((await shell.state(caseId)).kept ?? []).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await shell.send(caseId, { type: 'resume' });
      await complete(shell, caseId, 'after');
    },
  },
  migrated: {
    model: sideBySide, others: [longer],
    walk: async (shell, caseId) => {
      await complete(shell, caseId, 'a');
      const [from, to] = [(await shell.state(caseId)).process.hash, definitionHash(longer)];
      await shell.send(caseId, { type: 'migrate', from, to, mapping: {}, reason: '办法修订' }, { actor: person('admin', 'administrator@gd-amr') });
      for (const node of ['b', 'c', 'd']) await complete(shell, caseId, node);
    },
  },
  'side-by-side': {
    model: sideBySide,
    walk: async (shell, caseId) => {
      await Promise.all([complete(shell, caseId, 'a'), complete(shell, caseId, 'b')]);
      await complete(shell, caseId, 'c');
    },
  },
  suspended: {
    model: sideBySide,
    walk: async (shell, caseId) => {
      await shell.send(caseId, { type: 'suspend', reason: '检验' });
      await shell.send(caseId, { type: 'resume' });
      for (const node of ['b', 'a', 'c']) await complete(shell, caseId, node);
    },
  },
  service: {
    model: withService,
    walk: async (shell, caseId) => {
      await complete(shell, caseId, 'a');
      await complete(shell, caseId, 'b');
    },
  },
};
