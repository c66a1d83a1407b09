/** An objection as whoever filed it follows it: the state, and the answer with its date and who is responsible. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectionStatus, OwnObjection } from '../../../../../contracts/notices.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import './objections.css';

/** For the agency an open one is work; to whoever filed it, it is only on its way. */
const tone = { open: 'accent', upheld: 'ok', rejected: 'neutral', refused: 'neutral' } as const satisfies Record<ObjectionStatus, string>;

export function OwnObjectionView({ one, level = 3 }: { one: OwnObjection; level?: 2 | 3 }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="stack">
      <div className="card-head">
        <Heading><Link to="/public/$publication" params={{ publication: one.publication }}>{text(one.title)}</Link></Heading>
        <Badge tone={tone[one.status]}>{t(`objections.own.${one.status}`)}</Badge>
      </div>
      <p className="own-steps">
        <span>{t('objections.number')} {one.number}</span>
        <span>{t('objections.filedOn', { at: formatInstant(one.filedAt, lang) })}</span>
        <span>{text(one.agencyName)}</span>
      </p>
      {one.reply === null || one.handledAt === null ? <p>{t('objections.own.waiting')}</p> : (
        <div className="own-answer">
          <strong>{t('objections.own.answer')}</strong>
          <p className="pre-line" lang="zh-CN">{one.reply}</p>
          <p className="quiet small">{t('objections.own.by', { agency: text(one.agencyName), name: one.handledBy ?? '', at: formatInstant(one.handledAt, lang) })}</p>
        </div>
      )}
      <details className="own-grounds"><summary>{t('objections.own.grounds')}</summary><p className="pre-line" lang="zh-CN">{one.grounds}</p></details>
    </div>
  );
}
