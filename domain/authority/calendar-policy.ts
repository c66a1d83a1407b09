/** 日历公布: a calendar holds for every case, so only who administers the whole province may publish one, and see what it moves. */
import type { Pool } from '../engine/state.ts';
import { administeringPool } from './policy.ts';

export const province = '440000';

/** The post in which a person may publish, or null. */
export const publishingPool = (pools: readonly Pool[]): Pool | null => administeringPool(province, pools);
