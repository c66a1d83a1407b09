/** Clock lights (红黄绿灯): a shape, a colour and a word, so that colour is never the only sign. */
import { useTranslation } from 'react-i18next';
import type { Light } from '../../../contracts/cases.ts';
import { cx } from './cx.ts';
import './light.css';

const shapes: Readonly<Record<Light, string>> = {
  green: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  yellow: 'M6 1l5.3 9.6H.7z',
  red: 'M6 .6L11.4 6 6 11.4.6 6z',
  breached: 'M1 1h10v10H1z',
};

export function LightSign({ light, word = true }: { light: Light; word?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={cx('light', `light-${light}`)}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" focusable="false"><path d={shapes[light]} /></svg>
      <span className={word ? undefined : 'visually-hidden'}>{t(`light.${light}`)}</span>
    </span>
  );
}
