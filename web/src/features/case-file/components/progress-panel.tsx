import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../../contracts/cases.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang, useText } from '../../../lib/lang.ts';
import { cx } from '../../../ui/cx.ts';
import { Panel } from '../../../ui/panel.tsx';

/** More steps to come than this are folded away: most of them are other roads, which the case may never take. */
const waitingShown = 4;

/** Steps done (办结), current (在办) and not reached (未到). */
export function ProgressPanel({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const reached = steps.filter((step) => step.state !== 'waiting');
  const waiting = steps.filter((step) => step.state === 'waiting');
  const few = waiting.length <= waitingShown;
  return (
    <Panel title={t('progress.title')}>
      <ol className="steps">{[...reached, ...(few ? waiting : [])].map((step) => <StepLine key={step.node} step={step} />)}</ol>
      {!few && (
        <details className="steps-waiting">
          <summary>{t('progress.waitingCount', { count: waiting.length })}</summary>
          <ol className="steps">{waiting.map((step) => <StepLine key={step.node} step={step} />)}</ol>
        </details>
      )}
    </Panel>
  );
}

function StepLine({ step }: { step: Step }) {
  const { t } = useTranslation();
  const text = useText();
  const lang = useLang();
  return (
    <li className={cx('step', `step-${step.state}`)} aria-current={step.state === 'current' ? 'step' : undefined}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {step.state === 'done' ? <><circle cx="8" cy="8" r="7.25" /><path d="M4.8 8.3l2.2 2.2 4.2-4.6" /></> : step.state === 'current' ? <><circle cx="8" cy="8" r="7" /><circle className="step-dot" cx="8" cy="8" r="3.2" /></> : <circle cx="8" cy="8" r="6.5" />}
      </svg>
      <div>
        <div className="step-name">
          {text(step.name)} <span className="step-state">{t(`progress.${step.state}`)}{step.times > 1 && ` · ${t('progress.times', { count: step.times })}`}</span>
        </div>
        {(step.by !== undefined || step.poolName !== undefined || step.outcomeName !== undefined) && (
          <div className="sub">
            {step.outcomeName && <strong>{text(step.outcomeName)}</strong>}
            {step.by !== undefined ? <span lang="zh-CN">{step.by}</span> : step.poolName && <span>{text(step.poolName)}</span>}
            {step.at !== undefined && <span>{formatInstant(step.at, lang)}</span>}
          </div>
        )}
      </div>
    </li>
  );
}
