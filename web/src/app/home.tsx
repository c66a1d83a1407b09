import { Navigate } from '@tanstack/react-router';
import { useMe } from '../features/session/api/me.ts';
import { homeOf } from './nav.ts';

export function Home() {
  return <Navigate to={homeOf(useMe().kind)} replace />;
}
