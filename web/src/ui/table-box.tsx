import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** Where the window is too narrow for a table, it scrolls inside its box; the box then takes the focus, so that the keyboard scrolls it too. */
export function TableBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    // The table may widen though its box does not.
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return <div className="table-box" ref={box} tabIndex={scrolls ? 0 : undefined}>{children}</div>;
}
