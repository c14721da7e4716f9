/** The parts we use of libraries that bring no types. */
declare module 'fontkit' {
  export type FontkitGlyph = { readonly id: number; readonly advanceWidth: number }
  export type FontkitFont = {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly variationAxes?: object
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontkitGlyph
  }
  /** `postscriptName` chooses the member of a collection (.ttc). */
  export function create(bytes: Uint8Array, postscriptName?: string): FontkitFont
}
