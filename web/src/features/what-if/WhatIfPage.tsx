import { useEffect, type ReactNode } from 'react';
import { tell } from '../../editing/told.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { readSupposal } from '../../editing/suppose-address.ts';
import { SandboxPage } from './SandboxPage.tsx';
import { suppose } from './suppose.ts';
import { useWhatIfParams } from './use-what-if-params.ts';
import './what-if.css';

/** The what-if screen: what is supposed and what would differ. */
export const WhatIfPage = ({ dark }: { readonly dark: boolean }): ReactNode => {
  const [params, change] = useWhatIfParams();
  useSupposedElsewhere();
  return <SandboxPage params={params} change={change} dark={dark} />;
};

/** What another screen has this one suppose stands in the address: it is put in place once, and taken out of the address. */
const useSupposedElsewhere = (): void => {
  const text = useLocation().searchParams.get('suppose');
  useEffect(() => {
    const found = readSupposal(text);
    if (text === null) return;
    const url = new URL(location.href);
    url.searchParams.delete('suppose');
    navigate(`${url.pathname}${url.search}`, { replace: true });
    if (found === undefined) return;
    void suppose(found.what, found.thing).then((failed) => {
      if (failed !== undefined) tell(failed.replace(/\.$/u, ''));
    });
  }, [text]);
};
