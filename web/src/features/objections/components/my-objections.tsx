/** 我的异议, where there is one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';
import { myObjectionsQuery } from '../api/objections.ts';
import { OwnObjectionView } from './own-objection.tsx';

export function MyObjections() {
  const { t } = useTranslation();
  const items = useQuery(myObjectionsQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('objections.mine')} flush>
      <ul className="cards">{items.map((one) => <li key={one.number} className="card own-card"><OwnObjectionView one={one} /></li>)}</ul>
    </Panel>
  );
}
