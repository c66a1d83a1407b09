import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 720px)');
const subscribe = (listener: () => void): (() => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};
/** Phone width: tables become cards. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => phone.matches);
