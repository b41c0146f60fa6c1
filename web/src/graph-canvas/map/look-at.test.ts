import { describe, expect, it } from 'vitest';
import { createLineWords } from './line-labels.ts';
import { beyondWords, firstLook, lookAtAll, lookAtPart, readableZoom } from './look-at.ts';

const room = { width: 900, height: 500 };
const box = (x: number, y: number) => ({ x, y, width: 180, height: 60 });
const onScreen = ({ x, y }: { x: number; y: number }, look: { zoom: number; x: number; y: number }): boolean =>
  x * look.zoom + look.x > 0 &&
  x * look.zoom + look.x < room.width &&
  y * look.zoom + look.y > 0 &&
  y * look.zoom + look.y < room.height;
const many = Array.from({ length: 100 }, (_, at) => box((at % 10) * 256, Math.floor(at / 10) * 84));

describe('the look at a map', () => {
  it('shows all at first where names can be read then, else what is around the middle, never smaller than they can be read', () => {
    expect(firstLook([box(0, 0), box(256, 0)], room, undefined)?.zoom).toBeGreaterThanOrEqual(readableZoom);
    const look = firstLook(many, room, many[99]);
    expect(look?.zoom).toBe(readableZoom);
    expect(look !== undefined && onScreen(many[99] ?? box(0, 0), look)).toBe(true);
    expect(lookAtAll(many, room)?.zoom).toBeLessThan(readableZoom);
    expect(firstLook([], room, undefined)).toBeUndefined();
  });

  it('brings things on screen at a size that can be read, and stays where they are so already', () => {
    const small = { zoom: 0.2, x: 0, y: 0 };
    const looked = lookAtPart([box(2_000, 700)], small, room);
    expect(looked.zoom).toBeGreaterThanOrEqual(readableZoom);
    expect(onScreen(box(2_000, 700), looked)).toBe(true);
    expect(lookAtPart([box(2_000, 700)], looked, room)).toEqual(looked);
    const all = lookAtPart(many, small, room);
    expect(all.zoom).toBe(readableZoom);
    expect(onScreen(many[0] ?? box(0, 0), all)).toBe(true);
  });

  it('says where there is more', () => {
    expect(beyondWords(many, { left: -100, top: -40, width: 900, height: 500 })).toBe('to the right and below');
    expect(beyondWords(many, { left: 500, top: 200, width: 100, height: 100 })).toBe('on all sides');
    expect(beyondWords(many, { left: -200, top: -200, width: 9_000, height: 9_000 })).toBeUndefined();
  });
});

describe('the words on a line', () => {
  it('are left out where they would cover a box, and cut to what fits', () => {
    const boxes = [
      { ...box(0, 0), id: 'a' },
      { ...box(256, 0), id: 'b' },
      { ...box(600, 300), id: 'c' },
      { ...box(300, 150), id: 'd' },
    ];
    const wordsOf = createLineWords(boxes);
    expect(wordsOf({ source: 'a', target: 'b', label: '! 1', told: 'HL7 v2 ORU' })).toEqual({
      label: '! 1',
      all: '! 1',
    });
    expect(wordsOf({ source: 'a', target: 'c', label: '! 1', told: '' })).toEqual({ label: '', all: '' });
    expect(wordsOf({ source: 'b', target: 'c', label: '', told: '' })).toEqual({ label: '', all: '' });
  });
});
