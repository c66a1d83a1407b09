/** 候选名单, with each one's place in the lot once it is drawn; and who was left out, and why. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../../../../contracts/panels.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { proofQuery } from '../api/reviews.ts';
import { ExpertNumber } from './expert-number.tsx';

export function DrawLists({ draw }: { draw: DrawView }) {
  const { t } = useTranslation();
  const text = useText();
  const proof = useQuery(proofQuery(draw.id)).data;
  const order = proof?.order ?? null;
  const seated = new Set(draw.seats?.map((s) => s.expert));
  const out = new Set(draw.declined.map((d) => d.name));
  const place = (expert: string, field: string): number => (order?.[draw.strata.findIndex((s) => s.field === field)]?.indexOf(expert) ?? -1) + 1;
  const candidates = [...draw.candidates].sort((a, b) => Number(seated.has(b.expert)) - Number(seated.has(a.expert)));
  return (
    <>
      <Panel title={t('reviews.draw.candidates')} flush aside={<span className="quiet small" lang="zh-CN">{draw.strata.map((s) => `${s.field} ${t('reviews.draw.seatCount', { count: s.seats })}`).join(t('common.separator'))}</span>}>
        <TableBox>
          <table className="table">
            <caption className="visually-hidden">{t('reviews.draw.candidates')}</caption>
            <thead><tr><th scope="col">{t('reviews.draw.expert')}</th><th scope="col">{t('reviews.draw.field')}{order !== null && ` · ${t('reviews.draw.order')}`}</th>{order !== null && <th scope="col">{t('reviews.ranking.status')}</th>}</tr></thead>
            <tbody>
              {candidates.map(({ expert, name, employer, fields }) => (
                <tr key={expert} lang="zh-CN">
                  <td><strong>{name}</strong><ExpertNumber proof={proof} expert={expert} /><div className="sub">{employer}</div></td>
                  <td>{fields.map((field) => <div key={field}>{field}{order !== null && <span className="quiet"> · {place(expert, field)}</span>}</div>)}</td>
                  {order !== null && <td>{seated.has(expert) ? <Badge tone="ok">{t('reviews.draw.seated')}</Badge> : out.has(name) ? <Badge>{t('reviews.draw.out')}</Badge> : <span className="quiet">–</span>}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Panel>
      <Panel title={t('reviews.draw.excluded')} flush={draw.excluded.length > 0}>
        {draw.excluded.length === 0 ? <p className="quiet">{t('reviews.draw.noExcluded')}</p> : (
          <>
            <p className="panel-body quiet">{t('reviews.draw.excludedText')}</p>
            <TableBox>
              <table className="table">
                <caption className="visually-hidden">{t('reviews.draw.excluded')}</caption>
                <thead><tr><th scope="col">{t('reviews.draw.expert')}</th><th scope="col">{t('reviews.draw.reasons')}</th></tr></thead>
                <tbody>{draw.excluded.map(({ name, reasons }) => <tr key={name}><td lang="zh-CN">{name}</td><td>{reasons.map(text).join(t('common.separator'))}</td></tr>)}</tbody>
              </table>
            </TableBox>
          </>
        )}
      </Panel>
    </>
  );
}
