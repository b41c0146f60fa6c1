import { useEffect, type ReactNode } from 'react';
import { tell } from '../../editing/told.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { readSupposal } from '../../editing/suppose-address.ts';
import { here } from '../../view/here.ts';
import { useView } from '../../view/use-view.ts';
import { withoutView } from '../../view/view-address.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LonePage } from '../../ui/standard-notices.tsx';
import { ComparePage } from './ComparePage.tsx';
import { ProposalPage } from './ProposalPage.tsx';
import { ReleasePage } from './ReleasePage.tsx';
import { SandboxPage } from './SandboxPage.tsx';
import { ScenariosPage } from './ScenariosPage.tsx';
import { suppose } from './suppose.ts';
import { useWhatIfParams } from './use-what-if-params.ts';
import './what-if.css';

/** The what-if screen: what is supposed and what would differ. */
export const WhatIfPage = ({ dark }: { readonly dark: boolean }): ReactNode => {
  const [params, change] = useWhatIfParams();
  const { at, scenario } = useView();
  const isElsewhere = at !== undefined || scenario !== undefined;
  useSupposedElsewhere(isElsewhere);
  // A what-if begins with the inventory as it is now: it is no what-if within another.
  useEffect(() => {
    if (scenario !== undefined) navigate(withoutView(here()), { bare: true, replace: true });
  }, [scenario]);
  if (isElsewhere)
    return (
      <LonePage>
        <Notice
          kind="empty"
          title="A what-if begins with the inventory as it is now."
          action={{ label: 'Go to now', onClick: () => navigate(withoutView(here()), { bare: true }) }}
        >
          You look at it as it stood at another revision.
        </Notice>
      </LonePage>
    );
  switch (params.page) {
    case 'scenarios':
      return <ScenariosPage onChange={change} />;
    case 'compare':
      return <ComparePage params={params} change={change} />;
    case 'proposal':
      return <ProposalPage params={params} change={change} dark={dark} />;
    case 'release':
      return <ReleasePage params={params} change={change} />;
    case 'sandbox':
      return <SandboxPage params={params} change={change} dark={dark} />;
  }
};

/** What another screen has this one suppose stands in the address: it is put in place once, and taken out of the address. */
const useSupposedElsewhere = (waits: boolean): void => {
  const text = useLocation().searchParams.get('suppose');
  useEffect(() => {
    const found = readSupposal(text);
    if (text === null || waits) return;
    const url = new URL(location.href);
    url.searchParams.delete('suppose');
    navigate(`${url.pathname}${url.search}`, { replace: true });
    if (found === undefined) return;
    void suppose(found.what, found.thing).then((failed) => {
      if (failed !== undefined) tell(failed.replace(/\.$/u, ''));
    });
  }, [text, waits]);
};
