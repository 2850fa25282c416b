import './base.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { startLooks } from './lib/looks';
import { router } from './router';
import { SessionGate } from './session/session-gate';
import { startWords } from './words/use-words';

startLooks();
void startWords().then(() => {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the console');
  createRoot(root).render(
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>,
  );
});
