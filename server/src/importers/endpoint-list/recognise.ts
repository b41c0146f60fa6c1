import type { Artefact } from '../artefact/artefact.ts';
import { isEndpointBundle } from './read-bundle.ts';
import { isDevelopers, isLantern } from './read-lantern.ts';

/** Returns whether a JSON value is a list of endpoints of one of the known forms. Pure and total. */
export const isEndpointList = (value: unknown): boolean =>
  isLantern(value) || isEndpointBundle(value) || isDevelopers(value);

/** What a file of each form has in its beginning; only such a file is parsed to find out what it is. */
const marks: readonly { readonly may: RegExp; readonly surely: RegExp }[] = [
  { may: /"Endpoints"\s*:\s*\[/, surely: /"Endpoints"\s*:\s*\[\s*\{[^}]{0,2000}"URL"\s*:/ },
  { may: /"resourceType"\s*:\s*"Bundle"/, surely: /"resourceType"\s*:\s*"Endpoint"/ },
  {
    may: /^\[\s*\{[^}]{0,2000}"(?:EndpointName|[dD]eveloper(?:Name)?)"\s*:/,
    surely: /^\[\s*\{[^}]{0,2000}"EndpointName"\s*:/,
  },
];

/** Returns whether a file is a list of endpoints. One that is cut off counts when its beginning shows it. */
export const recogniseEndpointList = async (artefact: Artefact): Promise<boolean> => {
  const head = artefact.head.trimStart();
  if (!/^[[{]/.test(head)) return false;
  const own = marks.filter(({ may }) => may.test(head));
  if (own.length === 0) return false;
  const json = await artefact.json();
  if (json.ok) return isEndpointList(json.value);
  return own.some(({ surely }) => surely.test(head));
};
