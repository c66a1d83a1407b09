/** Single-key shortcuts of lists: j / k move between entries, Enter opens (the entry is a link), / goes to the search box. They can be turned off (WCAG 2.1.4). */
import { useCallback, useEffect, useSyncExternalStore, type RefObject } from 'react';

const slot = 'banjie.shortcuts';
const listeners = new Set<() => void>();
const enabled = (): boolean => localStorage.getItem(slot) !== 'off';

export const useShortcutsEnabled = (): boolean =>
  useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, enabled);
export function enableShortcuts(yes: boolean): void {
  localStorage.setItem(slot, yes ? 'on' : 'off');
  for (const listener of listeners) listener();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'));

/** Calls `act` for plain keys pressed outside of inputs and dialogs; `act` says whether it took the key. */
export function useKeys(act: (key: string) => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!enabled() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [act]);
}

export function useListKeys(list: RefObject<HTMLElement | null>): void {
  const act = useCallback((key: string): boolean => {
    if (key === '/') {
      document.querySelector<HTMLElement>('[data-search]')?.focus();
      return true;
    }
    const step = key === 'j' ? 1 : key === 'k' ? -1 : 0;
    if (step === 0) return false;
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const here = entries.findIndex((entry) => entry === document.activeElement);
    const next = here === -1 ? (step === 1 ? 0 : entries.length - 1) : Math.min(Math.max(here + step, 0), entries.length - 1);
    entries[next]?.focus();
    return true;
  }, [list]);
  useKeys(act);
}
