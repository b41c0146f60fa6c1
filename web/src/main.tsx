import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { watchPresenting } from './present/presenting.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/screens.css';
import './ui/restriction.css';
import './ui/findings.css';
import './ui/lists.css';

watchPresenting();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
