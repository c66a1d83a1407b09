/** Processes as BPMN 2.0 XML: what a file lacks is given beside it, and what stands in the way is told all at once. */
import { z } from 'zod';
import { decisionTableSchema, fieldSchema } from '../domain/model/schema.ts';
import { safeString, textSchema } from './common.ts';

const name = safeString(500).min(1);
const byName = <T extends z.ZodType>(value: T) => z.record(safeString(500), value).refine((map) => Object.keys(map).length <= 500, { error: 'too-large' });
const role = z.string().regex(/^[a-z-]{1,60}$/);

export const importOptionsSchema = z.strictObject({
  /** Id of the process, where the file has several. */
  process: name.optional(),
  /** Key under which it is registered; made from the id where absent. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/).optional(),
  /** Word of the case number (案号). */
  numberWord: safeString(20).min(1).optional(),
  /** Groups, people, lanes, assignment expressions of the file → office roles. */
  roles: byName(role).optional(),
  /** Role of steps for which the file names nobody, or a person. */
  role: role.optional(),
  /** Classes, beans, topics, job types of the file, or ids of its elements → services. */
  services: byName(name).optional(),
  /** Variables of the file → fields. */
  fields: byName(fieldSchema).optional(),
  decisions: z.array(decisionTableSchema).max(200).optional(),
  /** DMN files whose decision tables the process asks for. */
  dmn: z.array(safeString(2_000_000)).max(20).optional(),
  /** Forms that the file only names → form-js JSON. */
  forms: byName(safeString(200_000)).optional(),
  /** Extensions of other engines that run code and may be left out, by name: "taskListener", "camunda:executionListener". */
  leaveOut: z.array(safeString(200).min(1)).max(100).optional(),
  /** Messages that are sent → FEEL that says to which case. */
  messageTo: byName(safeString(2_000)).optional(),
}).meta({ id: 'ImportOptions' });

export const importProcessSchema = z.strictObject({
  /** BPMN 2.0, 2 MB at most. */
  xml: safeString(2_000_000).min(1),
  options: importOptionsSchema.default({}),
  /** Tells what would come about, and registers nothing. */
  dryRun: z.boolean(),
}).meta({ id: 'ImportProcess' });

export const importedProcessSchema = z.object({
  process: z.string(), version: z.number().int(), name: textSchema,
  /** registered: now. unchanged: the latest version says the same. possible: it was only tried. */
  outcome: z.enum(['registered', 'unchanged', 'possible']),
  steps: z.number().int(),
  /** What was understood and has no place here, or was derived. */
  notices: z.array(z.object({ code: z.string(), element: z.string(), text: textSchema })),
}).meta({ id: 'ImportedProcess' });

export const exportQuerySchema = z.object({ /** The latest where absent. */ version: z.coerce.number().int().min(1).max(2_147_483_647).optional() });
