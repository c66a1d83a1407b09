/** Own line icons, 20×20, always beside or instead of a text that says the same. */
import './icon.css';

const paths = {
  worklist: 'M4 5h2M4 10h2M4 15h2M9 5h7M9 10h7M9 15h7',
  cases: 'M3 6.5A1.5 1.5 0 0 1 4.5 5h3L9 7h6.5A1.5 1.5 0 0 1 17 8.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5z',
  start: 'M10 4v12M4 10h12',
  notices: 'M5 14V9a5 5 0 0 1 10 0v5l1 1.5H4zM8.5 17.5h3',
  publications: 'M4 8v4l9 4V4zM13 7.5a2.5 2.5 0 0 1 0 5M6 12.5V16h2.5v-2.5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.8',
  chevron: 'M7 5l5 5-5 5',
  back: 'M12 5l-5 5 5 5',
  calendar: 'M4 5.5h12V16H4zM4 9h12M7.5 3.5v3.5M12.5 3.5v3.5',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13.2 13.2L17 17',
  close: 'M5 5l10 10M15 5L5 15',
  alert: 'M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.2v.1',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9.2V14M10 6.4v.1',
  shield: 'M10 3l6 2v5c0 3.6-2.5 6-6 7-3.5-1-6-3.4-6-7V5zM7.3 10.2l2 2 3.6-4',
  out: 'M8 4H4.5v12H8M12.5 6.5L16 10l-3.5 3.5M16 10H8',
  keyboard: 'M3 6h14v8.5H3zM5.5 8.6h.1M8.5 8.6h.1M11.5 8.6h.1M14.5 8.6h.1M6.5 12h7',
  ledger: 'M4.5 4h9A1.5 1.5 0 0 1 15 5.5V16H6a1.5 1.5 0 0 1-1.5-1.5zM7.5 7.5h5M7.5 10h5M7.5 12.5h3',
  review: 'M6 4.5H4.5V17h11V4.5H14M7.5 3h5v3h-5zM7.5 11.6l1.8 1.8 3.4-3.8',
  agency: 'M4 16.5h12M5.5 16.5V8M14.5 16.5V8M10 16.5V8M3.5 8h13L10 3.5z',
  people: 'M7.5 10a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM2.8 15.8c.4-2.4 2.3-3.6 4.7-3.6s4.3 1.2 4.7 3.6M13 9.8a2.2 2.2 0 1 0-.6-4.3M14 12.4c1.7.3 2.9 1.4 3.2 3.2',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.6-2.8 3-4.2 6-4.2s5.4 1.4 6 4.2',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
