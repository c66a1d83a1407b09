import { useState } from 'react';
import { download } from '../../../lib/http.ts';
import { Button } from '../../../ui/button.tsx';
import { useRefused } from '../../../ui/page-note.tsx';

/** A file behind the sign-in: fetched with the token, then given to the browser. `done`: what a download may have changed. */
export function DownloadButton({ path, text, label, done }: { path: string; text: string; /** What it is, where the text alone does not say so. */ label?: string; done?: () => void }) {
  const refused = useRefused();
  const [busy, setBusy] = useState(false);
  const fetchIt = (): void => {
    setBusy(true);
    download(path).then(() => done?.(), (error: unknown) => refused(error, label ?? text)).finally(() => setBusy(false));
  };
  return <Button small tone="quiet" disabled={busy} onClick={fetchIt}>{text}{label !== undefined && <span className="visually-hidden"> {label}</span>}</Button>;
}
