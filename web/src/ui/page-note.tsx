/**
 * A refusal, above the page. It cannot stand beside what was refused: that is fetched anew, and may be gone (claimed or done by somebody else).
 * It stays until it is closed or another page is opened.
 */
import { useLocation } from '@tanstack/react-router';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../lib/problem.ts';
import { Icon } from './icon.tsx';
import { Banner, useErrorWords } from './states.tsx';
import './page-note.css';

interface Note { readonly error: unknown; readonly about: string }
const NoteContext = createContext<{ readonly note: Note | null; readonly show: (note: Note | null) => void }>({ note: null, show: () => undefined });

/** Tells of a refusal; `about` names what was asked for. */
export function useRefused(): (error: unknown, about: string) => void {
  const { show } = useContext(NoteContext);
  return useCallback((error, about) => show({ error, about }), [show]);
}

export function PageNoteProvider({ children }: { children: ReactNode }) {
  const [note, show] = useState<Note | null>(null);
  const { pathname } = useLocation();
  useEffect(() => show(null), [pathname]);
  return <NoteContext value={{ note, show }}>{children}</NoteContext>;
}

export function PageNote() {
  const { t } = useTranslation();
  const { note, show } = useContext(NoteContext);
  const words = useErrorWords();
  if (note === null) return null;
  const { title, advice } = words(note.error);
  const by = note.error instanceof ApiProblem ? note.error.problem.params?.['by'] : undefined;
  return (
    <div className="page-note">
      <Banner
        tone="danger" role="alert" title={`${note.about}${t('common.colon')}${title}${typeof by === 'string' ? t('common.aside', { text: by }) : ''}`}
        action={<button type="button" className="page-note-close" aria-label={t('common.close')} onClick={() => show(null)}><Icon name="close" size={16} /></button>}
      >
        {advice}
      </Banner>
    </div>
  );
}
