/** 流程登记: cases of every agency start with a process, so only who administers the whole province may register one. */
import type { Pool } from '../engine/state.ts';
import { province } from './calendar-policy.ts';
import { administeringPool } from './policy.ts';

/** The post in which a person may register a process, or null. */
export const registeringPool = (pools: readonly Pool[]): Pool | null => administeringPool(province, pools);
