/** 工作日历: the calendars by which limits are counted, the holiday notices (放假通知) behind them, and what a publication moves. */
import { z } from 'zod';
import { cursorSchema, daySchema, instantSchema, pageOf, safeString, textSchema } from './common.ts';

const name = z.strictObject({ zh: safeString(40).trim().min(1), en: safeString(80).trim().min(1) });

/** One line of a notice: a holiday, its days off, and the weekend days on which one works instead (调休). */
export const holidaySchema = z.strictObject({ name, from: daySchema, to: daySchema, makeUpDays: z.array(daySchema).max(10).default([]) });
export type Holiday = z.output<typeof holidaySchema>;

/** The notice of one year, as the State Council gives it. Which days it may name, domain/calendar/publish-year.ts knows. */
export const noticeSchema = z.strictObject({
  /** Title and number of the notice, as it is cited. */
  citation: safeString(300).trim().min(1),
  holidays: z.array(holidaySchema).min(1).max(20),
  /** Why the year is published once more. */
  reason: safeString(500).trim().min(1).optional(),
}).meta({ id: 'YearNotice' });
export type NoticeRequest = z.input<typeof noticeSchema>;

export const yearSchema = z.coerce.number().int().min(2000).max(2199);

export const calendarYearSchema = z.object({
  year: z.number().int(),
  /** null: no notice yet, its dates are provisional (暂定). */
  citation: z.string().nullable(),
  holidays: z.array(z.object({ name: textSchema, from: daySchema, to: daySchema, makeUpDays: z.array(daySchema) })),
}).meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export const calendarSchema = z.object({
  version: z.string(),
  inForce: z.boolean(),
  years: z.array(calendarYearSchema),
}).meta({ id: 'Calendar' });
export type Calendar = z.infer<typeof calendarSchema>;

export const publicationSummarySchema = z.object({
  id: z.uuid(),
  no: z.number().int(),
  year: z.number().int(),
  /** 1 = first notice of the year; more = a correction. */
  edition: z.number().int(),
  citation: z.string(),
  reason: z.string().nullable(),
  /** SHA-256 of the canonical JSON of the notice. */
  contentHash: z.string(),
  calendar: z.string(),
  replaces: z.string(),
  by: z.string(),
  publishedAt: instantSchema,
}).meta({ id: 'CalendarPublication' });
export type PublicationSummary = z.infer<typeof publicationSummarySchema>;

export const calendarListSchema = pageOf(publicationSummarySchema).extend({
  inForce: calendarSchema,
  /** Whether the viewer may publish. */
  mayPublish: z.boolean(),
}).meta({ id: 'CalendarList' });
export type CalendarList = z.infer<typeof calendarListSchema>;

/** A clock or timer that has moved, or become certain. */
export const moveSchema = z.object({
  kind: z.enum(['clock', 'timer']),
  no: z.number().int(),
  name: textSchema,
  from: daySchema,
  to: daySchema,
  wasProvisional: z.boolean(),
  provisional: z.boolean(),
  /** Missed by the move itself. */
  overdue: z.boolean(),
  /** A breach in the record that does not count any more. */
  corrected: z.boolean(),
});
export type CalendarMove = z.infer<typeof moveSchema>;

/** moved, unchanged, failed (with the code of the refusal), skipped (closed, or a later publication), unanswered (several times; it may still follow), pending. */
export const visitStatuses = ['moved', 'unchanged', 'failed', 'skipped', 'unanswered', 'pending'] as const;
export const visitStatusSchema = z.enum(visitStatuses);
export type VisitStatus = z.infer<typeof visitStatusSchema>;

export const movedCaseSchema = z.object({
  caseId: z.uuid(),
  number: z.string().nullable(),
  status: visitStatusSchema,
  moves: z.array(moveSchema),
  /** Of a failure: its code and what it says. */
  problem: z.object({ code: z.string(), title: textSchema }).nullable(),
});
export type MovedCase = z.infer<typeof movedCaseSchema>;

export const publicationReportSchema = z.object({
  id: z.uuid(),
  /** A preview writes nothing into any case. */
  preview: z.boolean(),
  year: z.number().int(),
  citation: z.string(),
  requestedBy: z.string(),
  requestedAt: instantSchema,
  status: z.enum(['running', 'finished']),
  finishedAt: instantSchema.nullable(),
  /** Cases that are visited; null until they are known. */
  total: z.number().int().nullable(),
  cases: z.object({ moved: z.number().int(), unchanged: z.number().int(), failed: z.number().int(), skipped: z.number().int(), unanswered: z.number().int(), pending: z.number().int() }),
  /** Clocks and timers. */
  moves: z.object({ later: z.number().int(), earlier: z.number().int(), confirmed: z.number().int(), overdue: z.number().int(), corrected: z.number().int() }),
  items: z.array(movedCaseSchema),
  next: z.string().nullable(),
}).meta({ id: 'CalendarPublicationReport' });
export type PublicationReport = z.infer<typeof publicationReportSchema>;

export const reportQuerySchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  status: visitStatusSchema.default('moved'),
});

/** Answer to a publication or a preview: where its report is. */
export const publicationReceiptSchema = z.object({ id: z.uuid(), preview: z.boolean(), calendar: z.string() }).meta({ id: 'CalendarPublicationReceipt' });
export type PublicationReceipt = z.infer<typeof publicationReceiptSchema>;
