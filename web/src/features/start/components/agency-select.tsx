/** 承办机关, by place: a person looks for the own city first. */
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '../../../../../contracts/people.ts';
import { useText } from '../../../lib/lang.ts';
import { regionName } from '../../../lib/regions.ts';
import type { ControlProps } from '../../../ui/form/labelled.tsx';

type Agencies = ProcessView['agencies'];
/** Fewer than these are seen at a glance. */
const groupedFrom = 12;
const placeOf = (region: string): string => (region.endsWith('0000') ? region : `${region.slice(0, 4)}00`);

export function AgencySelect({ props, agencies, value, onChange }: { props: ControlProps; agencies: Agencies; value: string; onChange: (agency: string) => void }) {
  const { t } = useTranslation();
  const text = useText();
  const options = (list: Agencies) => list.map((one) => <option key={one.id} value={one.id}>{text(one.name)}</option>);
  const places = [...new Set(agencies.map((one) => placeOf(one.region)))].sort();
  return (
    <select {...props} className="input start-agency" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('common.choose')}</option>
      {agencies.length < groupedFrom ? options(agencies) : places.map((place) => {
        const name = regionName(place);
        return <optgroup key={place} label={name ? text(name) : place}>{options(agencies.filter((one) => placeOf(one.region) === place))}</optgroup>;
      })}
    </select>
  );
}
