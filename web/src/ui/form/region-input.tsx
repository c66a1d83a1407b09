/** 行政区划: chosen or typed by its name, kept as its code. A code that is not known by name is typed as it is. */
import type { ComponentProps } from 'react';
import { useText } from '../../lib/lang.ts';
import { knownRegions, regionName, regionOf } from '../../lib/regions.ts';

export function RegionInput({ value, onRegion, id, ...props }: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'list' | 'id'> & { id: string; value: string; onRegion: (value: string) => void }) {
  const text = useText();
  const shown = (code: string): string => {
    const name = regionName(code);
    return name ? text(name) : code;
  };
  const known = regionName(value) !== null;
  return (
    <div className="input-unit">
      <input {...props} id={id} type="text" list={`${id}-list`} autoComplete="off" value={shown(value)} onChange={(event) => onRegion(regionOf(event.target.value) ?? event.target.value)} />
      {known && <span className="quiet small">{value}</span>}
      <datalist id={`${id}-list`}>{knownRegions.map((code) => <option key={code} value={shown(code)}>{code}</option>)}</datalist>
    </div>
  );
}
