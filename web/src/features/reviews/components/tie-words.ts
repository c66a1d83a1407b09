import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { useText } from '../../../lib/lang.ts';

export type TieRule = PanelView['rules']['ties'][number];

/** By what equal means are told apart. */
export function useTieWords({ criteria }: Pick<PanelView, 'criteria'>): (rule: TieRule) => string {
  const { t } = useTranslation();
  const text = useText();
  return (rule) => {
    if (rule.by !== 'criterion') return t(`reviews.panel.tie.${rule.by}`);
    const criterion = criteria.find((c) => c.id === rule.criterion);
    return criterion ? text(criterion.name) : rule.criterion;
  };
}
