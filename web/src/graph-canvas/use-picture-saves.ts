import { useMemo, useRef, useState } from 'react';
import { download, downloadCsv } from '../ui/download.ts';
import { useTellPicture, type ShownPicture } from '../ui/shown-picture.ts';

/** The ways to save what a picture shows, and why the last one failed, in words. */
export interface PictureSaves {
  readonly savePng: () => void;
  readonly saveSvg: () => void;
  readonly saveCsv: () => void;
  readonly failure: string | undefined;
  /** Says that something else about sharing failed, or that nothing did. */
  readonly setFailure: (words: string | undefined) => void;
}

/** Saves a picture as SVG and, from that, as PNG, and its facts as CSV, under `file` and the ending. What makes a PNG is loaded with the first one. */
export const usePictureSaves = (parts: {
  readonly file: string;
  /** The whole SVG; rejects when there is no picture. */
  readonly svg: () => Promise<string>;
  readonly csv: () => string;
  readonly say: (words: string) => void;
  /** What the picture says of itself; undefined while there is none to be kept. */
  readonly shown: Omit<ShownPicture, 'svg'> | undefined;
}): PictureSaves => {
  const [failure, setFailure] = useState<string>();
  useTellPicture(useShown(parts.shown, parts.svg));
  const { file, svg, csv, say } = parts;
  const attempt = (what: string, save: () => Promise<void>) => (): void => {
    setFailure(undefined);
    save().then(
      () => say(`${what} saved.`),
      (error: unknown) => setFailure(`${what} could not be saved. ${error instanceof Error ? error.message : ''}`),
    );
  };
  return {
    savePng: attempt('PNG', async () => {
      const { svgToPng } = await import('./svg-to-png.ts');
      download(`${file}.png`, await svgToPng(await svg()));
    }),
    saveSvg: attempt('SVG', async () => download(`${file}.svg`, new Blob([await svg()], { type: 'image/svg+xml' }))),
    saveCsv: attempt('CSV', async () => downloadCsv(`${file}.csv`, csv())),
    failure,
    setFailure,
  };
};

/** The picture as others on the page are told of it: the same one until what it says of itself changes. */
const useShown = (
  shown: Omit<ShownPicture, 'svg'> | undefined,
  svg: () => Promise<string>,
): readonly ShownPicture[] => {
  const latest = useRef(svg);
  latest.current = svg;
  const key = shown === undefined ? undefined : JSON.stringify(shown);
  return useMemo(
    () =>
      key === undefined ? [] : [{ ...(JSON.parse(key) as Omit<ShownPicture, 'svg'>), svg: () => latest.current() }],
    [key],
  );
};
