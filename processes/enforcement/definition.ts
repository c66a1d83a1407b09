/** 质量违法案件查处 (粤府〔2020〕50号 measures 二 and 四): from the filing to the closing, by the ordinary procedure. */
import { executionClocks } from './clocks-execution.ts';
import { handlingClocks } from './clocks.ts';
import { drawn } from './definition-parts.ts';

export const enforcement = drawn.clocks((c) => ({ ...handlingClocks(c), ...executionClocks(c) }));
