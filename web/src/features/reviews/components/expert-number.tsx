import { useTranslation } from 'react-i18next';
import type { DrawProof } from '../../../../../contracts/panels.ts';

/** 编号: by what the public page names an expert, so that whoever may see the name finds them there. */
export function ExpertNumber({ proof, expert }: { proof: DrawProof | undefined; expert: string }) {
  const { t, i18n } = useTranslation();
  const place = proof?.candidates.findIndex((candidate) => candidate.expert === expert) ?? -1;
  return place < 0 ? null : <span className="expert-number nowrap" lang={i18n.language} title={t('reviews.draw.numberHint')}>{t('reviews.public.number', { n: place + 1 })}</span>;
}
