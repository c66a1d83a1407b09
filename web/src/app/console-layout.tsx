import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { meQuery } from '../features/session/api/me.ts';
import { WelcomePage } from '../features/session/components/welcome-page.tsx';
import { useSignedIn } from '../features/session/session.ts';
import { LoadFault } from '../ui/states.tsx';
import { OpenLayout } from './open-layout.tsx';
import { Shell, ShellToCome } from './shell.tsx';

/** Lets through whoever is signed in; all others are shown what this is and how to sign in, at the same address. */
export function ConsoleLayout() {
  const signedIn = useSignedIn();
  const { href } = useLocation();
  if (!signedIn) return <OpenLayout><WelcomePage returnTo={href} /></OpenLayout>;
  return <Known />;
}

function Known() {
  const me = useQuery(meQuery);
  if (me.data) return <Shell me={me.data} />;
  if (me.isError) return <OpenLayout><LoadFault error={me.error} retry={() => void me.refetch()} /></OpenLayout>;
  return <ShellToCome />;
}
