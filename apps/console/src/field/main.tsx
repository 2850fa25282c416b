import '../base.css';
import './field-base.css';
import { createRoot } from 'react-dom/client';
import { startLooks } from '../lib/looks';
import { App } from './app';
import { FieldStore } from './queue/store';
import { useSay } from './say';
import { keepShell } from './worker/keep-shell';

const NoStore = () => {
  const { t } = useSay();
  return (
    <main>
      <h1>{t('phone.title')}</h1>
      <p>{t('phone.noStore')}</p>
    </main>
  );
};

const start = async (): Promise<void> => {
  startLooks();
  keepShell();
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the form');
  const store = await FieldStore.open().catch(() => undefined);
  await store?.tidy(Date.now());
  createRoot(root).render(store ? <App store={store} /> : <NoStore />);
};

void start();
