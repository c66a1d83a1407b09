/** 执法证号: each officer's own, a line with the name and the number; without those of two nobody goes on. On paper only who is an officer of the case now. */
import type { Feel } from '../../domain/model/types.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { each } from '../feel.ts';

export const officerCards = field.longText('执法证号', 'Numbers of the enforcement cards', {
  maxLength: 600,
  help: text('每名办案人员一行：姓名、空格、执法证号（六至三十位字母、数字）；第二名办案人员在已填内容之后另起一行', 'A line for each officer: name, space, number of the card (6 to 30 letters and digits); the second officer adds a line below'),
});

const lines: Feel = 'split(officerCards, "\\n")';
/** A name is compared as it is, never as a pattern. */
const ofOfficer = (line: Feel, person: Feel): Feel => `starts with(${line}, ${person}.name) and matches(substring after(${line}, ${person}.name), "^[ 　:：]+[0-9A-Za-z粤-]{6,30}[ 　]*$")`;
/** FEEL: who of the officers has given the number. */
const known: Feel = each('person', 'officers', `some line in ${lines} satisfies ${ofOfficer('line', 'person')}`, 'person');
/** FEEL: at least two have. */
export const cardsComplete: Feel = `officerCards != null and count(${known}) >= 2`;
/** FEEL: 林晓（执法证号…）、周敏（执法证号…）; null where none is known. */
export const cardsSaid: Feel = `if officers = null or officerCards = null then null else string join(flatten(for person in officers return for line in ${lines} return if ${ofOfficer('line', 'person')} then [person.name + "（执法证号" + replace(substring after(line, person.name), "[ 　:：]", "") + "）"] else []), "、")`;
