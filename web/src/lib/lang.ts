import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contracts/common.ts';
import type { Lang } from './dates.ts';

export function useLang(): Lang {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Picks the text of the language in use. */
export function useText(): (text: Text) => string {
  const lang = useLang();
  return useCallback((text: Text) => (lang === 'en' ? text.en : text.zh), [lang]);
}
