import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import './panel.css';

/** A titled region of a page. */
export function Panel({ title, aside, children, level = 2, flush = false, id, className }: {
  title: ReactNode; aside?: ReactNode; children: ReactNode; level?: 2 | 3; flush?: boolean; id?: string; className?: string;
}) {
  const own = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx('panel', className)} aria-labelledby={own} id={id}>
      <header className="panel-head"><Heading id={own}>{title}</Heading>{aside}</header>
      <div className={cx('panel-body', flush && 'panel-flush')}>{children}</div>
    </section>
  );
}
