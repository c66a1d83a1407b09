/** 抽取结果: who sits, what they answered, and who takes the place of whom. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../../../../contracts/panels.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';
import { useRefused } from '../../../ui/page-note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Banner } from '../../../ui/states.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { offerOf, useWhyNot } from '../../case-file/components/why-not.tsx';
import { proofQuery, useDecline } from '../api/reviews.ts';
import { ExpertNumber } from './expert-number.tsx';
import { ReasonDialog } from './invitations.tsx';

type Seat = NonNullable<DrawView['seats']>[number];

export function DrawSeats({ draw, seats }: { draw: DrawView; seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const whyNot = useWhyNot();
  const [out, setOut] = useState<Seat | null>(null);
  const proof = useQuery(proofQuery(draw.id)).data;
  const decline = offerOf(draw.offers, 'decline');
  return (
    <Panel title={t('reviews.draw.seats')} flush>
      {draw.vacant.map(({ field, seats: count }) => <div key={field} className="panel-body"><Banner tone="warn" title={t('reviews.draw.vacant', { field, count })} /></div>)}
      <TableBox>
        <table className="table">
          <caption className="visually-hidden">{t('reviews.draw.seats')}</caption>
          <thead><tr><th scope="col">{t('reviews.draw.field')}</th><th scope="col">{t('reviews.draw.expert')}</th><th scope="col">{t('reviews.draw.answer')}</th>{decline?.allowed === true && <th scope="col">{t('worklist.action')}</th>}</tr></thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.expert} lang="zh-CN">
                <td>{seat.field}</td>
                <td><strong>{seat.name}</strong><ExpertNumber proof={proof} expert={seat.expert} /><div className="sub">{seat.employer}</div></td>
                <td>{seat.acceptedAt !== null ? <Badge tone="ok" title={formatInstant(seat.acceptedAt, lang)}>{t('reviews.draw.accepted')}</Badge> : seat.account ? <span className="quiet">{t('reviews.draw.waitingAnswer')}</span> : <Badge tone="warn" title={t('reviews.draw.noAccountHint')}>{t('reviews.draw.noAccount')}</Badge>}</td>
                {decline?.allowed === true && <td><Button small aria-label={t('reviews.draw.declineNamed', { name: seat.name })} onClick={() => setOut(seat)}>{t('reviews.draw.decline')}</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {decline?.allowed === false && <p className="panel-body quiet small">{t('reviews.draw.decline')}{t('common.colon')}{whyNot(decline)}</p>}
      {draw.declined.length > 0 && (
        <div className="panel-body">
          <h3>{t('reviews.draw.declinedList')}</h3>
          <ul>{draw.declined.map((d) => <li key={d.name} lang="zh-CN"><strong>{d.name}</strong> <Badge>{t(`reviews.draw.${d.kind}`)}</Badge> {d.reason} <span className="sub">{formatInstant(d.at, lang)}</span></li>)}</ul>
        </div>
      )}
      {out !== null && <Decline draw={draw.id} seat={out} onClose={() => setOut(null)} />}
    </Panel>
  );
}

const kinds = ['refused', 'recused'] as const;

function Decline({ draw, seat, onClose }: { draw: string; seat: Seat; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const refused = useRefused();
  const [kind, setKind] = useState<(typeof kinds)[number]>('refused');
  const write = useDecline(draw, {
    done: () => {
      onClose();
      toast(t('reviews.draw.declined'));
    },
    refused: (error) => {
      onClose();
      refused(error, t('reviews.draw.decline'));
    },
  });
  return (
    <ReasonDialog title={t('reviews.draw.declineTitle', { name: seat.name })} help={t('reviews.draw.declineHelp')} busy={write.isPending} onClose={onClose} onSend={(reason) => write.mutate({ expert: seat.expert, kind, reason })}>
      <Labelled label={t('reviews.draw.kind')} required group="one">
        {(props) => <div className="choices">{kinds.map((one) => <label key={one} className="choice"><input type="radio" name={props.id} checked={kind === one} onChange={() => setKind(one)} /><span>{t(`reviews.draw.${one}`)}</span></label>)}</div>}
      </Labelled>
    </ReasonDialog>
  );
}
