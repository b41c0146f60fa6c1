import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { readEngine } from './read-engine.ts';

const roots = new Set(['channel', 'channelGroup', 'serverConfiguration', 'codeTemplateLibrary', 'codeTemplate']);

/** The importer of exports of Mirth Connect, NextGen Connect and Open Integration Engine. */
export const mirthImporter: Importer = {
  kind: 'mirth',
  title: 'Mirth Connect, NextGen Connect or Open Integration Engine export',
  recognise: ({ head }) => {
    const root = rootNameOf(head);
    if (root === undefined) return Promise.resolve(false);
    if (roots.has(root))
      return Promise.resolve(
        /<(?:sourceConnector|destinationConnectors|channels|codeTemplates?|serverSettings|globalScripts|contextType|code|revision|id)\b/.test(
          head,
        ) || root !== 'channel',
      );
    if (root === 'list')
      return Promise.resolve(
        /<list>\s*<(?:channel|codeTemplate|com\.mirth\.connect\.model\.CodeTemplate)\b/.test(head),
      );
    // Global scripts are a map of the names of scripts to their text.
    return Promise.resolve(
      root === 'map' && /<string>(?:Deploy|Undeploy|Shutdown|Preprocessor|Postprocessor)<\/string>/.test(head),
    );
  },
  read: readEngine,
};
