import { useLang } from '../lib/lang.ts';
import { setLang } from './i18n.ts';

/** Names the other language in that language. */
export function LangSwitch() {
  const other = useLang() === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="chrome-button" lang={other} onClick={() => void setLang(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
