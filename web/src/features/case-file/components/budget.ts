import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../../../../contracts/cases.ts';

/** "10 个工作日" / "10 working days". */
export function useBudget(): (budget: ClockView['budget']) => string {
  const { t } = useTranslation();
  return ({ amount, unit }) => t(`unit.${unit}`, { count: amount });
}
