/** What was typed and not yet sent, kept in the tab until it is: an accidental reload or a failed submission loses nothing. */
import { useCallback, useMemo, useState } from 'react';
import type { Typed, TypedForm } from './field-values.ts';

const prefix = 'banjie.draft:';

function read(scope: string): TypedForm {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(prefix + scope) ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TypedForm) : {};
  } catch {
    return {};
  }
}

export interface Draft {
  /** What the form shows: the values of the record, with what was typed over them. */
  readonly values: TypedForm;
  /** Whether something typed before this page was opened was found. */
  readonly restored: boolean;
  readonly change: (name: string, value: Typed) => void;
  readonly discard: () => void;
}

/**
 * Only what was typed is kept; everything else follows `initial`, so that a value that somebody else changes meanwhile is not sent back
 * in its old form. The scope must not change while the component lives (give it a key).
 */
export function useDraft(scope: string, initial: TypedForm): Draft {
  const [first] = useState(() => read(scope));
  const [typed, setTyped] = useState<TypedForm>(first);
  const [restored, setRestored] = useState(Object.keys(first).length > 0);
  const values = useMemo(() => ({ ...initial, ...typed }), [initial, typed]);

  const change = useCallback((name: string, value: Typed) => {
    setTyped((old) => {
      const now = { ...old, [name]: value };
      sessionStorage.setItem(prefix + scope, JSON.stringify(now));
      return now;
    });
  }, [scope]);
  const discard = useCallback(() => {
    sessionStorage.removeItem(prefix + scope);
    setTyped({});
    setRestored(false);
  }, [scope]);

  return { values, restored, change, discard };
}
