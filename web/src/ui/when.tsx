import { chinaTime, formatInstantDay } from '../lib/dates.ts';
import { useLang } from '../lib/lang.ts';
import './when.css';

/** An instant in a column: the day, and below it the time. */
export function When({ at, time = true }: { at: string; time?: boolean }) {
  const lang = useLang();
  return <time className="when" dateTime={at}><span>{formatInstantDay(at, lang)}</span>{time && <span>{chinaTime(at)}</span>}</time>;
}
