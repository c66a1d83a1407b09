import { clocks } from './en/clocks.ts';
import { frame } from './en/frame.ts';
import { handling } from './en/handling.ts';
import { lists } from './en/lists.ts';
import { open } from './en/open.ts';
import { record } from './en/record.ts';
import { registers } from './en/registers.ts';
import { reviews } from './en/reviews.ts';
import type { Dictionary } from './zh-CN.ts';

export const en: Dictionary = { ...frame, ...lists, ...handling, ...clocks, ...record, ...registers, ...open, reviews };
