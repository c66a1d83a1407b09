// First: schemas read this when they are made. Compiled checks need `eval`, which a strict content security policy forbids.
import './lib/no-eval.ts';
import { createRoot } from 'react-dom/client';
import './app/tokens.css';
import './app/base.css';
import './ui/table.css';
import { startI18n } from './app/i18n.ts';
import { App } from './app/providers.tsx';
import { startSession } from './features/session/session.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
startSession();
await startI18n();
createRoot(root).render(<App />);
void import('./app/fonts.ts');
