import { useCallback, useState } from 'react';
import { client } from '../api/client.ts';
import { announce } from '../ui/live.ts';
import { navigate } from '../ui/use-location.ts';
import { RevisionDocument } from './documents.ts';
import { here } from './here.ts';
import { frozenAddress } from './view-address.ts';

/** The way to freeze what is shown, and why the last try did not do all of it, in words. */
export interface Freeze {
  readonly freeze: () => void;
  readonly trouble: string | undefined;
}

/** Puts the revision, and the day where the screen has one, into the address, and copies the link: it shows the same whatever is changed later. */
export const useFreeze = (): Freeze => {
  const [trouble, setTrouble] = useState<string>();
  const freeze = useCallback(() => {
    setTrouble(undefined);
    void freezeHere().then(setTrouble);
  }, []);
  return { freeze, trouble };
};

const freezeHere = async (): Promise<string | undefined> => {
  const asked = await client(RevisionDocument, {}, { signal: new AbortController().signal });
  if (!asked.ok) return `The view could not be frozen. ${asked.error.message}`;
  const { revision } = asked.value.inventory;
  navigate(frozenAddress(here(), revision, new Date().toISOString().slice(0, 10)));
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    announce(`Frozen at revision ${revision}. The link is the address of this page.`);
    return undefined;
  }
  announce(`Frozen at revision ${revision}. Link copied.`);
  return undefined;
};
