/** 异议回执: the number and the code, which is shown this once. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectionReceipt } from '../../../../../contracts/notices.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { useLang } from '../../../lib/lang.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import './objections.css';

export function Receipt({ receipt, title }: { receipt: ObjectionReceipt; title: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const toast = useToast();
  const lines = [t('objections.receipt.title'), title, `${t('objections.number')}: ${receipt.number}`, `${t('objections.code')}: ${receipt.code}`, formatInstant(receipt.filedAt, lang)].join('\n');
  const copy = (): void => { void navigator.clipboard.writeText(lines).then(() => toast(t('objections.receipt.copied'))); };
  return (
    <div className="stack">
      <Banner tone="ok" role="status" title={t('objections.filed')}>{t('objections.receipt.filedText')}</Banner>
      <div className="receipt">
        <h3>{t('objections.receipt.title')}</h3>
        <p className="quiet" lang="zh-CN">{title}</p>
        <dl>
          <div><dt>{t('objections.number')}</dt><dd>{receipt.number}</dd></div>
          <div><dt>{t('objections.code')}</dt><dd>{receipt.code}</dd></div>
          <div><dt>{t('objections.filedAt')}</dt><dd className="receipt-plain">{formatInstant(receipt.filedAt, lang)}</dd></div>
        </dl>
      </div>
      <Banner tone="warn" title={t('objections.receipt.keep')}>{t('objections.receipt.keepText')}</Banner>
      <div className="row receipt-acts">
        {/* Only https has a clipboard. */}
        {'clipboard' in navigator && <Button tone="primary" onClick={copy}>{t('objections.receipt.copy')}</Button>}
        <Button onClick={() => print()}>{t('objections.receipt.print')}</Button>
        <Link to="/public/objection" className={buttonClass()}>{t('objections.lookup.title')}</Link>
      </div>
    </div>
  );
}
