import { useEffect, useState, type ReactNode } from 'react';

/** A part of a form that can be folded away. @param needed something in it must be seen: it opens, and can be closed again */
export function Fold({ summary, open, needed, children }: { summary: string; open: boolean; needed: boolean; children: ReactNode }) {
  const [shown, show] = useState(open || needed);
  useEffect(() => {
    if (needed) show(true);
  }, [needed]);
  return (
    <details className="fold" open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
