import { err, ok } from '../../domain/result.ts';
import { refused } from '../artefact/artefact.ts';
import type { Importer } from '../importer.ts';
import { listFacts } from './list-facts.ts';
import { isEndpointBundle, readBundle } from './read-bundle.ts';
import { isLantern, readDevelopers, readLantern } from './read-lantern.ts';
import { isEndpointList, recogniseEndpointList } from './recognise.ts';

/** Reads the lists in which developers publish the addresses of their customers' FHIR servers (45 CFR 170.404(b)(2)). */
export const endpointListImporter: Importer = {
  kind: 'endpoint-list',
  title: 'List of FHIR endpoints: Bundle of Endpoint and Organization, Lantern list, or list of developers',
  recognise: recogniseEndpointList,
  read: async (artefact, reading) => {
    const json = await artefact.json();
    if (!json.ok) return json;
    const { value } = json;
    if (!isEndpointList(value))
      return err(
        refused(
          artefact,
          'NOT_SUPPORTED',
          'the file is none of the lists of endpoints that are known',
          'give a FHIR Bundle with Endpoint resources, or {"Endpoints": [{"URL": …, "OrganizationName": …}]}',
        ),
      );
    const list = isLantern(value)
      ? readLantern(value)
      : isEndpointBundle(value)
        ? readBundle(value)
        : readDevelopers(value);
    return ok(listFacts(list, artefact, reading));
  },
};
