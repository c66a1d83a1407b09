/** The demo cases of all processes. */
import { complaintCases } from './complaint.ts';
import { transferCases } from './criminal-transfer.ts';
import { enforcementCases } from './enforcement.ts';
import { recallCases } from './product-recall.ts';
import { awardCases } from './quality-award.ts';
import { fundCases } from './quality-fund.ts';
import { summaryCases } from './summary-penalty.ts';
import type { DayAt, DemoCase } from './types.ts';

export const demoCases = (day: DayAt): readonly DemoCase[] => [...recallCases(day), ...complaintCases(day), ...enforcementCases(day), ...summaryCases(day), ...transferCases(day), ...awardCases(day), ...fundCases(day)];
