/** 排名, and of each applicant how the number came about: which sheets count, their sum, the exact mean. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../../../contracts/panels.ts';
import { exactMean, sheetTotal } from '../../../../../contracts/repeat.ts';
import { yuanOf as pointsOf } from '../../../lib/field-values.ts';
import { useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePhone } from '../../../ui/media.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useTieWords } from './tie-words.ts';

type Result = NonNullable<PanelView['result']>;
type Ranked = Result['ranking'][number];

const tones = { awarded: 'ok', 'beyond-places': 'neutral', 'below-threshold': 'danger', 'no-quorum': 'warn', 'undecided-tie': 'warn' } as const;
const isStatus = (status: string): status is keyof typeof tones => Object.hasOwn(tones, status);

export function Ranking({ panel, result }: { panel: PanelView; result: Result }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('reviews.ranking.title')} flush aside={result.vacant > 0 && <Badge tone="warn">{t('reviews.ranking.vacant', { count: result.vacant })}</Badge>}>
      <ol>{result.ranking.map((one) => <Row key={one.applicant} panel={panel} one={one} />)}</ol>
    </Panel>
  );
}

function Row({ panel, one }: { panel: PanelView; one: Ranked }) {
  const { t } = useTranslation();
  const text = useText();
  const [open, setOpen] = useState(panel.applicants.length === 1);
  const id = useId();
  return (
    <li className="card rank-row">
      <div className="rank-head">
        <span className="rank-name">
          <span className="rank-place"><span className="visually-hidden">{t('reviews.ranking.rank')} </span>{one.rank ?? '–'}</span>
          <strong lang="zh-CN">{one.name}</strong>
          {isStatus(one.status) && <Badge tone={tones[one.status]}>{t(`reviews.ranking.statuses.${one.status}`)}</Badge>}
        </span>
        <span className="rank-score">{one.score === null ? t('reviews.ranking.unranked') : pointsOf(one.score)}</span>
      </div>
      <p className="quiet small">{text(one.why)}</p>
      <div><Button small tone="quiet" aria-expanded={open} aria-controls={id} aria-label={t('reviews.ranking.howNamed', { name: one.name })} onClick={() => setOpen(!open)}>{t('reviews.ranking.how')}</Button></div>
      <div id={id} hidden={!open}>{open && <How panel={panel} one={one} />}</div>
    </li>
  );
}

function How({ panel, one }: { panel: PanelView; one: Ranked }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const tieWords = useTieWords(panel);
  const { criteria } = panel;
  const names = new Map(panel.applicants.map((a) => [a.id, a.name]));
  const members = new Map(panel.members.map((m) => [m.id, m.name]));
  const sheets = panel.sheets.filter((s) => s.applicant === one.applicant).map((sheet) => ({ sheet, total: sheetTotal(criteria, sheet.scores), end: one.dropped.find((d) => d.member === sheet.member)?.end, outlier: one.outliers.find((o) => o.member === sheet.member) }))
    .sort((a, b) => b.total.shown - a.total.shown);
  const counted = sheets.filter((s) => s.end === undefined);
  return (
    <div className="rank-why">
      {phone ? <ul className="cards">{sheets.map((one) => <SheetCard key={one.sheet.member} one={one} criteria={criteria} name={members.get(one.sheet.member) ?? one.sheet.member} />)}</ul>
        : <SheetTable sheets={sheets} criteria={criteria} members={members} caption={t('reviews.ranking.howNamed', { name: one.name })} />}
      {one.exact !== null && one.score !== null && <p className="rank-formula">{t('reviews.ranking.formula', { count: counted.length, sum: counted.map((s) => pointsOf(s.total.shown)).join(' + '), mean: meanOf(one.exact, pointsOf(one.score)) })}</p>}
      {one.tie !== null && (
        <p>{t('reviews.ranking.tieWith', { names: one.tie.with.map((id) => names.get(id) ?? id).join('、') })}{t('reviews.ranking.joint')}{one.tie.brokenBy === null ? t('reviews.ranking.tieNone') : t('reviews.ranking.tieBy', { rule: tieWords(one.tie.brokenBy) })}</p>
      )}
    </div>
  );
}

interface Counted { readonly sheet: PanelView['sheets'][number]; readonly total: { readonly shown: number }; readonly end: 'highest' | 'lowest' | undefined; readonly outlier: Ranked['outliers'][number] | undefined }

/** Whether a sheet counts, and if not, why. */
function Use({ one: { end, outlier } }: { one: Counted }) {
  const { t } = useTranslation();
  return <>{end === undefined ? t('reviews.ranking.counted') : t(`reviews.ranking.${end}`)}{outlier && <div><Badge tone="warn">{t('reviews.ranking.outlier', { median: pointsOf(outlier.median) })}</Badge></div>}</>;
}

function SheetTable({ sheets, criteria, members, caption }: { sheets: readonly Counted[]; criteria: PanelView['criteria']; members: ReadonlyMap<string, string>; caption: string }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <TableBox>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reviews.panel.member')}</th>
            {criteria.map((c) => <th key={c.id} scope="col" className="review-number">{text(c.name)} ×{c.weight}</th>)}
            <th scope="col" className="review-number">{t('reviews.ranking.total')}</th><th scope="col">{t('reviews.ranking.use')}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((one) => (
            <tr key={one.sheet.member} className={one.end === undefined ? undefined : 'rank-dropped'}>
              <td lang="zh-CN">{members.get(one.sheet.member) ?? one.sheet.member}{one.sheet.comment !== null && <div className="sub">{one.sheet.comment}</div>}</td>
              {criteria.map((c) => <td key={c.id} className="review-number">{pointsOf(one.sheet.scores[c.id] ?? 0)}</td>)}
              <td className="review-number"><strong>{pointsOf(one.total.shown)}</strong></td>
              <td><Use one={one} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function SheetCard({ one, criteria, name }: { one: Counted; criteria: PanelView['criteria']; name: string }) {
  const text = useText();
  return (
    <li className={one.end === undefined ? 'card' : 'card rank-dropped'}>
      <div className="card-head"><span lang="zh-CN">{name}</span><strong className="review-number">{pointsOf(one.total.shown)}</strong></div>
      <p className="small">{criteria.map((c) => `${text(c.name)} ${pointsOf(one.sheet.scores[c.id] ?? 0)} ×${c.weight}`).join(' · ')}</p>
      {one.sheet.comment !== null && <p className="sub" lang="zh-CN">{one.sheet.comment}</p>}
      <div className="small"><Use one={one} /></div>
    </li>
  );
}

/** What the mean is exactly, and where that is long, what is shown of it. */
function meanOf(exact: string, shown: string): string {
  const points = exactMean(exact);
  return points === shown ? shown : `${points} ≈ ${shown}`;
}
