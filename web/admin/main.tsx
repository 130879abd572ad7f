import '@shopify/polaris/build/esm/styles.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { appBridge } from './app-bridge.ts';
import { loadLanguage, localeOf } from './messages/load.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element with the id "app"');

const locale = localeOf(window.location.search, appBridge()?.config?.locale);
// English is here already; another language is waited for, so that no word changes under the reader's eyes.
void loadLanguage(locale).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
