import { useMemo, type ReactNode } from 'react';
import { useCommands, type Command } from '../ui/commands.ts';
import { Link } from '../ui/Link.tsx';
import { navigate } from '../ui/use-location.ts';
import { useView } from '../view/use-view.ts';
import type { ThingKey } from './input-values.ts';
import { supposalsOf, supposeHref } from './suppose-address.ts';
import './what-if-links.css';

/** What can be supposed of a thing, as links and as commands of the palette: each opens the what-if screen with it in place. */
export const WhatIfLinks = ({ concept, id }: ThingKey): ReactNode => {
  const { at, scenario } = useView();
  // A what-if begins with the inventory as it is now.
  const isNow = at === undefined && scenario === undefined;
  const entries = useMemo(
    () =>
      isNow
        ? supposalsOf(concept).map(([what, words]) => ({ words, href: supposeHref(what, { concept, id }) }))
        : [],
    [isNow, concept, id],
  );
  useCommands(
    useMemo(
      () =>
        entries.map(({ words, href }): Command => ({
          id: words,
          group: 'This screen',
          title: words,
          words: 'suppose sandbox scenario',
          run: () => navigate(href),
        })),
      [entries],
    ),
  );
  return entries.length === 0 ? null : (
    <p className="what-if-links">
      {entries.map(({ words, href }) => (
        <Link key={href} className="button" href={href}>
          {words}
        </Link>
      ))}
    </p>
  );
};
