/** The part of a picture that is on screen, in the picture's own measures: pixels at zoom 1. */
export interface ShownPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
