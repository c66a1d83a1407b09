import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import './filters.css';

const settleMs = 300;

/** Tells of what was typed once the typing pauses. */
export function SearchBox({ label, hint, value, onSearch }: { label: string; hint: string; value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) { sent.current = value; setText(value); } // cleared or navigated from outside
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = text.trim();
      if (now !== sent.current) { sent.current = now; onSearch(now); }
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <label className="search">
      <span className="visually-hidden">{label}</span>
      <Icon name="search" size={16} />
      <input className="input" type="search" data-search value={text} placeholder={hint} maxLength={100} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}

export function Filter<T extends string>({ label, value, options, onChange, all }: {
  label: string; value: T | undefined; options: readonly { value: T; name: string }[]; onChange: (value: T | undefined) => void; all?: string;
}) {
  return (
    <label className="filter">
      <span>{label}</span>
      <select className="input" value={value ?? ''} onChange={(event) => onChange(options.find((one) => one.value === event.target.value)?.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
      </select>
    </label>
  );
}
