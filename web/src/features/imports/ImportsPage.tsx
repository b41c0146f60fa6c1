import type { ReactNode } from 'react';

/** Files to import, and the imports there were. */
export const ImportsPage = (): ReactNode => (
  <main className="home" id="main">
    <h1>Imports</h1>
  </main>
);
