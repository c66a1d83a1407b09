/** Every limit of every process at its last moment: on ordinary days, across Spring Festival and National Day 2026, and over days that are worked in place of others. */
import { describe } from 'vitest';
import { describeBoundaries } from '../test/support/boundaries.ts';
import { shown } from '../test/support/shown.ts';

describe.each(shown.map((one) => [one.model.key, one] as const))('%s', (_key, one) => describeBoundaries(one));
