import type { ReactNode } from 'react';

/** What imports saw, side by side with what people declared. */
export const ReconcilePage = (): ReactNode => (
  <main className="home" id="main">
    <h1>Reconcile</h1>
  </main>
);
