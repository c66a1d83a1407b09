/** The demo cases of all processes. */
import { fundCases } from './quality-fund.ts';
import { recallCases } from './product-recall.ts';
import type { DayAt, DemoCase } from './types.ts';

export const demoCases = (day: DayAt): readonly DemoCase[] => [...recallCases(day), ...fundCases(day)];
