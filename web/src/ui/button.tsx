import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import './button.css';

export type ButtonTone = 'primary' | 'plain' | 'positive' | 'negative' | 'quiet';

export function Button({ tone = 'plain', small = false, className, type = 'button', ...rest }: ComponentProps<'button'> & { tone?: ButtonTone; small?: boolean }) {
  return <button type={type} className={cx('button', `button-${tone}`, small && 'button-small', className)} {...rest} />;
}
export const buttonClass = (tone: ButtonTone = 'plain', small = false): string => cx('button', `button-${tone}`, small && 'button-small');
