import { useEffect, type RefObject } from 'react';
import { isTyping } from '../ui/key-help.ts';
import type { CanvasHandle } from './use-cytoscape.ts';

/** `+`, `-` and `0` zoom wherever the focus is, except where one types. */
export const useZoomKeys = (handle: RefObject<CanvasHandle | null>): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === '+' || event.key === '=') handle.current?.zoomBy(1.25);
      else if (event.key === '-') handle.current?.zoomBy(0.8);
      else if (event.key === '0') handle.current?.fit();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [handle]);
};
