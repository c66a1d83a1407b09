/** Languages of the console. Chinese is in the first bundle; English is fetched when it is chosen. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '../lib/dates.ts';
import { zhCN } from './locales/zh-CN.ts';

const slot = 'banjie.lang';
const isLang = (value: string | null): value is Lang => value === 'zh-CN' || value === 'en';

async function load(lang: Lang): Promise<void> {
  if (lang === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./locales/en.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
}

export async function setLang(lang: Lang): Promise<void> {
  await load(lang);
  localStorage.setItem(slot, lang);
  await i18next.changeLanguage(lang);
}

export async function startI18n(): Promise<void> {
  const stored = localStorage.getItem(slot);
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: zhCN } },
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false }, // React escapes
  });
  i18next.on('languageChanged', (lang) => { document.documentElement.lang = lang; });
  if (isLang(stored) && stored !== 'zh-CN') {
    await load(stored);
    await i18next.changeLanguage(stored);
  }
}
