import { useTranslation } from 'react-i18next';
import { enableShortcuts, useShortcutsEnabled } from '../lib/list-keys.ts';
import { Dialog } from '../ui/dialog.tsx';

const keys = [['j', 'next'], ['k', 'previous'], ['Enter', 'open'], ['/', 'search'], ['?', 'help']] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const enabled = useShortcutsEnabled();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <table className="table keys-table">
        <thead><tr><th scope="col">{t('keys.key')}</th><th scope="col">{t('keys.effect')}</th></tr></thead>
        <tbody>{keys.map(([key, effect]) => <tr key={key}><td><kbd>{key}</kbd></td><td>{t(`keys.${effect}`)}</td></tr>)}</tbody>
      </table>
      <label className="choice">
        <input type="checkbox" checked={enabled} onChange={(event) => enableShortcuts(event.target.checked)} />
        <span>{t('keys.enable')}<br /><span className="quiet small">{t('keys.enableHint')}</span></span>
      </label>
    </Dialog>
  );
}
