/** Tables of the generated pages. */
const cell = (s: string): string => s.replaceAll('|', '\\|').replaceAll('\n', '<br>');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
