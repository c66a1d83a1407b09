import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import './badge.css';

export function Badge({ tone = 'neutral', children, title }: { tone?: 'neutral' | 'accent' | 'warn' | 'ok' | 'danger'; children: ReactNode; title?: string }) {
  return <span className={cx('badge', `badge-${tone}`)} title={title}>{children}</span>;
}
