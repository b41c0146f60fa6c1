import type { ReactNode } from 'react';
import { useView } from './use-view.ts';

/** What changes the inventory, shown while the page looks at the inventory itself as it is now: in a view nothing can be changed. */
export const OnlyNow = ({ children }: { readonly children: ReactNode }): ReactNode =>
  useView().isReadOnly ? null : children;
