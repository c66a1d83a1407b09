/** Services (自动任务) that a service task can call, the shape of what each is given, and of what it tells the case. A definition names one of these. */
import { z } from 'zod';
import { relations } from '../engine/events.ts';
import { creditKinds } from '../enterprises/types.ts';
import type { JsonObject } from '../json.ts';

const line = z.string().min(1).max(500);
const id = z.string().min(1).max(200);
const day = z.iso.date();
const uscc = z.string().regex(/^[0-9A-Z]{18}$/);
/** 分. */
const fen = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** 站内消息 to a post ("officer@gd-amr") or a party ("uscc:…", "person:…"). */
export const notifyInput = z.strictObject({
  to: z.string().regex(/^([a-z-]+@[a-z-]+|uscc:[0-9A-Z]{18}|person:[\w.~!*'()%-]{1,800})$/),
  subjectZh: line, subjectEn: line,
  bodyZh: z.string().max(5000), bodyEn: z.string().max(5000),
});

const facts = z.array(z.strictObject({ labelZh: line, labelEn: line, value: z.union([z.string(), z.number(), z.null()]) })).max(50);

/** 信息公布: shown to everybody without sign-in. Facts carry no personal data. */
export const publishInput = z.strictObject({ kind: z.string().regex(/^[a-z-]{1,40}$/), titleZh: line, titleEn: line, facts });
/** 公示: the same with a period in which anybody may object. */
const noticeInput = publishInput.extend({ amount: z.number().int().min(1).max(3_650), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) });

const applicants = z.array(z.strictObject({ name: line, uscc: uscc.nullable(), people: z.array(z.string().max(80)).max(50) })).max(500);

/** The day on which the service runs: an expression knows no present. */
const present = z.literal('today');

export const services = {
  notify: notifyInput,
  publish: publishInput,
  /** 公示期满、撤回公示: what this case has published of a kind is public until that day; without a day it is withdrawn at once, with the reason. */
  'publish.end': z.strictObject({ kind: z.string().regex(/^[a-z-]{1,40}$/), until: day.or(present).nullable(), why: line.nullable() }),
  'notice.open': noticeInput,
  'notice.check': z.strictObject({ publication: id }),
  'fund.reserve': z.strictObject({ fund: id, amount: fen, note: line }),
  'fund.commit': z.strictObject({ fund: id, amount: fen, note: line }),
  'fund.disburse': z.strictObject({ fund: id, amount: fen, note: line }),
  'fund.claw-back': z.strictObject({ fund: id, amount: fen, note: line }),
  /** `amount` null: all that is left there. */
  'fund.release': z.strictObject({ fund: id, from: z.enum(['reserved', 'committed']), amount: fen.nullable(), note: line }),
  /** 清账: whatever the case has reserved or committed and not disbursed, of any fund, is free again; what it asked for before comes too late from here on. */
  'fund.settle': z.strictObject({ note: line }),
  /** What the fund has free, and what of it this case holds. */
  'fund.position': z.strictObject({ fund: id }),
  /** 推算日期: so many days, months… after a day (before it, where negative), as limits are counted: that day itself not counted, a last day off moved. */
  'calendar.day': z.strictObject({ from: day.or(present), amount: z.number().int().min(-1_000).max(1_000), unit: z.enum(['working-day', 'calendar-day', 'month']) }),
  'credit.record': z.strictObject({
    uscc, kind: z.enum(creditKinds), level: z.string().max(80).nullable(), titleZh: line, titleEn: line, facts, decidedOn: day, publicFrom: day.nullable(), publicUntil: day.nullable(),
  }),
  'credit.withdraw': z.strictObject({ entry: id, why: line }),
  /** Fixes the candidates and throws the secret number; who witnesses then adds their word (POST /draws/:id/reveal). */
  'draw.commit': z.strictObject({
    subject: line, region: z.string().regex(/^\d{6}$/).nullable(), applicants,
    strata: z.array(z.strictObject({ field: z.string().min(1).max(80), seats: z.number().int().min(1).max(50) })).min(1).max(20),
  }),
  'draw.result': z.strictObject({ draw: id }),
  'panel.open': z.strictObject({
    draw: id, nameZh: line, nameEn: line, applicants: z.array(z.strictObject({ id: id, name: line, uscc: uscc.nullable(), people: z.array(z.string().max(80)).max(50) })).min(1).max(500),
    criteria: z.array(z.strictObject({ id: z.string().regex(/^[a-z][\w-]{0,39}$/i), zh: line, en: line, max: z.number().int(), weight: z.number().int() })).min(1).max(50),
    trim: z.number().int(), quorum: z.number().int(), places: z.number().int(), threshold: z.number().int().nullable(), outlier: z.number().int().nullable(),
    ties: z.array(z.string().max(80)).max(20),
  }),
  'panel.result': z.strictObject({ panel: id }),
  /** 案间消息. `to`: the id of a case, or what it is to this one ('parent', 'child', 'lead', 'related', …): then all of these. */
  'message.send': z.strictObject({ to: z.union([z.uuid(), z.enum(relations), z.literal('self')]), message: id, data: z.record(z.string().max(80), z.json()) }),
  /** The same, but nothing that must arrive is lost: told again until each of them takes it, or can no longer be told (it is closed, it refuses what the message brings). `to` null: the other has no case here. */
  'message.deliver': z.strictObject({ to: z.union([z.uuid(), z.enum(relations), z.literal('self')]).nullable(), message: id, data: z.record(z.string().max(80), z.json()) }),
  /** The same message to many, to each with its own data. */
  'message.send-each': z.strictObject({ message: id, each: z.array(z.strictObject({ to: z.uuid(), data: z.record(z.string().max(80), z.json()) })).max(500) }),
  /** 并入批次: enters this case in the open round of that process whose number (案号) is named, if the round takes entries now: if it waits for `message`. */
  'batch.join': z.strictObject({ number: z.string().max(200), process: id, message: id }),
  /** 汇总: the cases of one process that stand in a relation to this one, with what each has come to. `awaits`: what each must wait for to count as ready; `votes`: the step whose votes are counted. */
  'cases.collect': z.strictObject({ relation: z.enum(relations), process: id, awaits: id.nullable(), fields: z.array(id).max(50), votes: id.nullable() }),
  /** 同类案件: the other cases of this process that the same agency has, latest first, with these fields. */
  'cases.others': z.strictObject({ fields: z.array(id).max(50) }),
  /** 案卷附件: what people have uploaded to this case, with its SHA-256, who and when. */
  'files.list': z.strictObject({}),
  /** 名额分配 by rank among those that were voted for (panels/allot.ts). */
  'panel.allot': z.strictObject({
    levels: z.array(z.strictObject({ id, places: z.number().int() })).min(1).max(10), candidates: z.array(z.strictObject({ id, rank: z.number().int().nullable(), passed: z.boolean() })).max(500),
    order: z.array(id).max(500), ties: z.enum(['ask', 'vacate']),
  }),
  /** 查询质量信用记录: what stands in the credit files of these enterprises and was not withdrawn. */
  'credit.find': z.strictObject({ usccs: z.array(uscc).min(1).max(10), kinds: z.array(z.enum(creditKinds)).min(1) }),
  /** 公示收到的异议 that nobody has handled yet. */
  'notice.objections': z.strictObject({ publication: id }),
  /** 答复异议 that was filed to a public notice. */
  'objection.answer': z.strictObject({ objection: z.uuid(), decision: z.enum(['upheld', 'rejected', 'refused']), reply: z.string().min(1).max(5000) }),
  /** 信号广播: to every case that waits for the signal, however many; the walk that tells them goes on by itself. */
  'signal.broadcast': z.strictObject({ signal: id, data: z.record(z.string().max(80), z.json()) }),
  /** 关联来源案件: this case comes from the one with this number (案号), which must be of that process; both records show it. */
  'case.link': z.strictObject({ number: line, process: id, reason: line }),
  /** 上一级、共同上一级 (`with`: the other agency), or the police for the region of an agency. */
  'agency.find': z.strictObject({ which: z.enum(['superior', 'common-superior', 'police']), of: id, with: id.nullable() }),
  /** 企业名录: how many cases of a process concern an enterprise that it knows of, received within so many days. */
  'enterprise.cases': z.strictObject({ uscc, process: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/), days: z.number().int().min(1).max(3660) }),
  /** 制作文书 from a template of the definition. The engine draws it up (engine/dossier/documents.ts), the service makes its files. */
  'document.generate': z.strictObject({ template: id }),
} as const;
export type ServiceName = keyof typeof services;

/** Every service that tells anything tells first whether it came about; `reason` says why not. The flow decides what follows. */
const told = { ok: z.boolean(), reason: z.string().nullable() };
const fundTold = z.object({ ...told, /** 分: what the fund has left; what the case has where that was the hindrance. */ has: z.number().nullable(), entry: z.number().nullable() });

export const serviceResults = {
  'notice.open': z.object({ ...told, publication: z.string().nullable(), lastDay: day.nullable() }),
  'notice.check': z.object({ ...told, settled: z.boolean(), open: z.number(), upheld: z.number(), rejected: z.number() }),
  'fund.reserve': fundTold, 'fund.commit': fundTold, 'fund.disburse': fundTold, 'fund.claw-back': fundTold, 'fund.release': fundTold,
  /** `past`: it lies before the present day. */
  'calendar.day': z.object({ ...told, day: day.nullable(), past: z.boolean().nullable() }),
  'credit.record': z.object({ ...told, entry: z.string().nullable() }),
  'credit.withdraw': z.object(told),
  'draw.commit': z.object({ ...told, draw: z.string().nullable(), commitment: z.string().nullable() }),
  'fund.position': z.object({ ...told, available: z.number(), reserved: z.number(), committed: z.number(), disbursed: z.number(), recovered: z.number() }),
  'fund.settle': z.object({ ...told, /** 分: what became free. */ released: z.number() }),
  'draw.result': z.object({ ...told, experts: z.array(z.string()), names: z.string() }),
  'panel.open': z.object({ ...told, panel: z.string().nullable() }),
  'panel.result': z.object({ ...told, awarded: z.array(z.string()), ranking: z.array(z.object({ applicant: z.string(), rank: z.number().nullable(), score: z.number().nullable(), status: z.string(), why: z.string() })), vacant: z.number() }),
  /** `reason`: why the first that did not take it did not. */
  'message.send': z.object({ ...told, delivered: z.number() }),
  'message.deliver': z.object({ ...told, delivered: z.number() }),
  /** `failed`: ids of the cases that did not take it. */
  'message.send-each': z.object({ ...told, delivered: z.number(), failed: z.array(z.string()) }),
  'batch.join': z.object({ ...told, batch: z.string().nullable(), title: z.string().nullable() }),
  /** Each with id, number, title, status, outcome, ready, votes (by outcome, and `seats`), and the fields asked for. `pending`: open, but not ready. */
  'cases.collect': z.object({ ...told, cases: z.array(z.record(z.string(), z.unknown())), count: z.number(), ready: z.number(), pending: z.number(), pendingText: z.string() }),
  /** Each with id, number, title, status, outcome, and the fields asked for. */
  'cases.others': z.object({ ...told, cases: z.array(z.record(z.string(), z.unknown())) }),
  /** `text`: a line of each. */
  'files.list': z.object({ ...told, count: z.number(), text: z.string() }),
  'panel.allot': z.object({ ...told, assigned: z.array(z.object({ id: z.string(), level: z.string() })), tied: z.array(z.string()) }),
  'credit.find': z.object({ ...told, entries: z.array(z.object({ id: z.string(), uscc: z.string(), kind: z.string(), level: z.string().nullable(), title: z.string(), decidedOn: day, publicUntil: day.nullable() })), summary: z.string() }),
  'notice.objections': z.object({ ...told, objections: z.array(z.object({ id: z.string(), name: z.string(), contact: z.string(), grounds: z.string(), filedOn: day })) }),
  'objection.answer': z.object(told),
  'signal.broadcast': z.object({ ...told, walk: z.string().nullable() }),
  'case.link': z.object({ ...told, caseId: z.string().nullable(), title: z.string().nullable() }),
  'agency.find': z.object({ ...told, agency: z.string().nullable(), name: z.string().nullable() }),
  'enterprise.cases': z.object({ ...told, count: z.number() }),
  'document.generate': z.object({ ...told, document: z.number().nullable(), number: z.string().nullable(), title: z.string().nullable(), issuedOn: day.nullable() }),
} as const satisfies Partial<Record<ServiceName, z.ZodObject>>;

export type TellingService = keyof typeof serviceResults;
export type ServiceResult<S extends TellingService> = z.infer<(typeof serviceResults)[S]>;
/** Names of what a service tells. */
export type ResultOf<S extends ServiceName> = S extends TellingService ? keyof (typeof serviceResults)[S]['shape'] & string : never;

interface Clearing { readonly service: ServiceName; readonly input: JsonObject }
/** What a service leaves standing while a case is open, and the service that clears it away when the case is closed (engine/between/closing-work.ts). */
export const clearedBy: Partial<Readonly<Record<ServiceName, Clearing>>> = { 'fund.reserve': { service: 'fund.settle', input: { note: '案件办结清账' } } };
