/** What people do beside the steps of a case, over HTTP: 见证抽取、评审打分. For the demonstration, and for specs that walk a process over HTTP. */
import { caseViewSchema } from '../../contracts/cases.ts';
import { objectionSchema } from '../../contracts/notices.ts';
import { drawListSchema, drawSchema, expertListSchema, panelListSchema, panelSchema } from '../../contracts/panels.ts';
import { publicationListSchema } from '../../contracts/people.ts';
import { until } from '../stack/wait.ts';

export interface People {
  /** @throws where it is refused */
  readonly get: (person: string, path: string) => Promise<unknown>;
  readonly post: (person: string, path: string, body: unknown, key: string) => Promise<unknown>;
  /** 附件: a text file, as it stands. Absent where nobody attaches anything. */
  readonly upload?: (person: string, path: string, text: string, key: string) => Promise<unknown>;
}
/**
 * @param key under which it is done once, however often it is asked for
 * @param before how often the case has been through this before: a step that was done more often needs nothing more (an interrupted filing that goes on)
 */
export type Doing = (api: People, caseId: string, key: string, before?: number) => Promise<void>;

const witness = 'supervisor';
/** The secretariat that has the panel, where it is not said: 基金管理办公室. */
const fundOffice = 'qiu';
const patience = { within: 60_000, every: 100 };

/** Waits for the step. @returns false where it has been done already */
const atStep = (api: People, caseId: string, step: string, before: number): Promise<boolean> => until(async () => {
  const { tasks, progress } = caseViewSchema.parse(await api.get(witness, `/cases/${caseId}`));
  if ((progress.find((s) => s.node === step)?.times ?? 0) > before) return false;
  if (!tasks.some((t) => t.node === step)) throw new Error(`${step} is not open`);
  return true;
}, patience);

/** Accounts of the experts, by their number in the register. */
async function accounts(api: People, office: string): Promise<ReadonlyMap<string, string>> {
  const { items } = expertListSchema.parse(await api.get(office, '/experts?limit=200'));
  return new Map(items.flatMap(({ id, person }) => (person === null ? [] : [[id, person] as const])));
}

/** The lot is drawn; who cannot take part here, having no account, declines, and the next of the list takes the seat. @param accept how many of those drawn say that they come */
export const witnessDraw = (step: string, accept = Infinity, office: string = fundOffice): Doing => async (api, caseId, key, before = 0) => {
  if (!(await atStep(api, caseId, step, before))) return;
  const { items } = drawListSchema.parse(await api.get(office, `/cases/${caseId}/draws`));
  const last = [...items].sort((a, b) => a.committedAt.localeCompare(b.committedAt)).at(-1);
  if (!last) throw new Error('there is no draw');
  const known = await accounts(api, office);
  let { seats } = drawSchema.parse(await api.post(witness, `/draws/${last.id}/reveal`, { word: '风调雨顺' }, `${key}-reveal`));
  for (let out = seats?.find((s) => !known.has(s.expert)); out; out = seats?.find((s) => !known.has(s.expert))) {
    ({ seats } = drawSchema.parse(await api.post(office, `/draws/${last.id}/decline`, { expert: out.expert, kind: 'refused', reason: '出差，不能参加' }, `${key}-${out.expert}`)));
  }
  for (const { expert } of seats?.slice(0, accept) ?? []) {
    const person = known.get(expert);
    if (person !== undefined) await api.post(person, `/draws/${last.id}/answer`, { answer: 'accepted' }, `${key}-${expert}-accepted`);
  }
};

/** Every expert hands in a sheet, and the office closes the panel. @param share of the most points, in percent; experts and applicants differ a little @param late so many have not yet: the panel stays open */
export const scorePanel = (step: string, share: number, late = 0, office: string = fundOffice): Doing => async (api, caseId, key, before = 0) => {
  if (!(await atStep(api, caseId, step, before))) return;
  const { items } = panelListSchema.parse(await api.get(office, `/cases/${caseId}/panels`));
  // One that was given up for another draw stays open.
  const open = [...items].sort((a, b) => a.openedAt.localeCompare(b.openedAt)).findLast((p) => p.closedAt === null);
  if (!open) return;
  const panel = panelSchema.parse(await api.get(office, `/panels/${open.id}`));
  const known = await accounts(api, office);
  for (const [i, member] of panel.members.slice(0, panel.members.length - late).entries()) {
    const person = known.get(member.id);
    if (person === undefined) continue;
    for (const [place, { id, recused }] of panel.applicants.entries()) {
      if (recused) continue;
      const scores = Object.fromEntries(panel.criteria.map(({ id: criterion, max }, c) => [criterion, Math.round((max * (share + i - 2 * ((place * (3 + c)) % 7))) / 100)]));
      await api.post(person, `/panels/${panel.id}/sheets`, { applicant: id, scores }, `${key}-${member.id}-${id}`);
    }
  }
  if (late === 0) await api.post(office, `/panels/${panel.id}/close`, {}, `${key}-close`);
};

const openNotice = (api: People, caseId: string): Promise<string> => until(async () => {
  const { items } = publicationListSchema.parse(await api.get(witness, '/publications?open=true&limit=200'));
  const found = items.find((p) => p.id.startsWith(`${caseId}:`));
  if (!found) throw new Error('the case has no open notice');
  return found.id;
}, patience);

async function objects(api: People, notice: string, key: string, person: string, grounds: string, contact: string): Promise<string> {
  return objectionSchema.parse(await api.post(person, `/publications/${notice}/objections`, { grounds, contact }, `${key}-${person}`)).id;
}

/** Two objections to the open notice of the case: one that an officer has answered, one that waits. */
export const objectToNotice: Doing = async (api, caseId, key) => {
  const notice = await openNotice(api, caseId);
  const answered = await objects(api, notice, key, 'haichuan', '公示的支持金额高于我单位同类项目，请说明依据。', '13900139000');
  await api.post('lin', `/objections/${answered}/handle`, { decision: 'rejected', reply: '支持金额按专家评审意见和现场核查结果确定，与项目总投入的比例未超过规定。您单位的项目尚在评审。' }, `${key}-answer`);
  await objects(api, notice, key, 'citizen', '申报单位去年有同型号产品被责令召回，是否符合申报条件？', '13800138000');
};

/** A citizen objects to the open notice of the case. */
export const citizenObjects = (grounds: string): Doing => async (api, caseId, key) => void (await objects(api, await openNotice(api, caseId), key, 'citizen', grounds, '13800138000'));

/** 附件: what was done on paper, before the step that records it. */
export const attachPaper = (step: string, by: string, name: string, text: string): Doing => async (api, caseId, key, before = 0) => {
  if (!(await atStep(api, caseId, step, before))) return;
  if (!api.upload) throw new Error('nobody here can attach a file');
  await api.upload(by, `/cases/${caseId}/files?purpose=evidence&name=${encodeURIComponent(name)}`, text, key);
};
