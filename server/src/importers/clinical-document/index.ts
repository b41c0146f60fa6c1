import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { readDocument } from './read-document.ts';

/** The importer of Consolidated CDA documents. */
export const ccdaImporter: Importer = {
  kind: 'ccda',
  title: 'C-CDA document (XML)',
  recognise: ({ head }) =>
    Promise.resolve(/(?:^|:)ClinicalDocument$/.test(rootNameOf(head) ?? '') && head.includes('urn:hl7-org:v3')),
  read: readDocument,
};
