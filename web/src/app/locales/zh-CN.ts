/** Texts of the console, one file a group of pages. Chinese is the official one; en has the same keys (checked by the compiler and by locales.test.ts). */
import { clocks } from './zh/clocks.ts';
import { frame } from './zh/frame.ts';
import { handling } from './zh/handling.ts';
import { lists } from './zh/lists.ts';
import { open } from './zh/open.ts';
import { record } from './zh/record.ts';
import { registers } from './zh/registers.ts';
import { reviews } from './zh/reviews.ts';

export const zhCN = { ...frame, ...lists, ...handling, ...clocks, ...record, ...registers, ...open, reviews };

/** The shape of a dictionary: same keys, other texts. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Dictionary = Texts<typeof zhCN>;
