/** Why an action is not on offer, in the words of the problem table. */
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../../../contracts/actions.ts';
import { kindOf } from '../../../lib/problem.ts';
import { useText } from '../../../lib/lang.ts';

export function useWhyNot(): (offer: Offer | undefined) => string | null {
  const { t } = useTranslation();
  const text = useText();
  return (offer) => {
    if (offer === undefined || offer.allowed) return null;
    const kind = offer.why === undefined ? null : kindOf(offer.why);
    if (kind === null) return t('action.unavailable');
    const by = offer.params?.['by'];
    return `${text(kind.title)}${typeof by === 'string' ? ` (${by})` : ''}${t('common.sentence')}${text(kind.advice)}${t('common.stop')}`;
  };
}
export const offerOf = (offers: readonly Offer[], action: string): Offer | undefined => offers.find((one) => one.action === action);
