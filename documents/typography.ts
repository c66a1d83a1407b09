/**
 * 版面: A4 as GB/T 9704-2012 §5 and §6 have it: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 22 lines of 28 characters, 三号 for the text,
 * 二号 for the title. Lengths in points.
 */
const mm = (n: number): number => (n * 72) / 25.4;

export const page = { width: mm(210), height: mm(297), top: mm(37), left: mm(28), textWidth: mm(156), textHeight: mm(225) } as const;
/** 字号 in points. */
export const size = { 小初: 36, 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const;
export const lineHeight = page.textHeight / 22;
/** 分隔线 below the 文号 (§7.2.7). */
export const ruleGap = mm(4);
/** Lines left free: as many as the standard has it, or fewer where a document then takes a page less (`looseness` 1 to 0). */
export const freeLines = (count: number, looseness: number): number => lineHeight * count * (1 + 2 * looseness) / 3;
/** 28 characters fill the line; 三号 itself is a hair wider than that. */
export const textSize = page.textWidth / 28;
/** Where the second column of a line begins. */
export const secondColumn = 16 * textSize;
/** Of tables and of what stands with a form, ordinary and small. */
export const ordinary = { size: size.小四, line: 20 } as const;
export const small = { size: size.五号, line: 16 } as const;
export const note = { size: size.小五, line: 13 } as const;
/** Characters below one another. */
export const uprightLine = (points: number): number => points * 1.25;
