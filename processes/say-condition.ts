/** A FEEL condition in words, where it is of the simple kinds that definitions mostly use; else as it stands. */
import type { Feel, ProcessDefinition } from '../domain/model/types.ts';

export function sayCondition(definition: ProcessDefinition, condition: Feel): string {
  const said = condition
    .replace(/outcome\.(\w+) = "(\w+)"/g, (whole, step: string, outcome: string) => {
      const node = definition.nodes.find((n) => n.id === step);
      const name = node?.type === 'userTask' ? node.outcomes.find((o) => o.id === outcome)?.name.zh : undefined;
      return node && name ? `“${node.name.zh}”为“${name}”` : whole;
    })
    .replace(/\b(\w+) = (?:"(\w+)"|(true|false))/g, (whole, name: string, option: string | undefined, yes: string | undefined) => {
      const field = definition.fields[name];
      const label = yes === undefined ? field?.options?.find((o) => o.value === option)?.label.zh : yes === 'true' ? '是' : '否';
      return field && label ? `${field.label.zh}为${label}` : whole;
    })
    .replaceAll(' and ', '，且').replaceAll(' or ', '或者').replace(/[()]/g, '');
  return /[="]/.test(said) ? `\`${condition}\`` : said;
}
