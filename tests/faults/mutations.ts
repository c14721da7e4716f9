import JSZip from 'jszip'
import type { Chance } from './chance.ts'

/** Bytes overwritten, pieces taken out, doubled or cut off: as broken transfers and fuzzers make them. */
export function mutateBytes(bytes: Buffer, chance: Chance): Buffer {
  const changed = Buffer.from(bytes)
  const kind = chance.below(5)
  if (kind === 0) return changed.subarray(0, chance.below(changed.length))
  const [from, length] = [chance.below(changed.length), 1 + chance.below(64)]
  if (kind === 1) return Buffer.concat([changed.subarray(0, from), changed.subarray(from + length)])
  if (kind === 2) return Buffer.concat([changed.subarray(0, from + length), changed.subarray(from)])
  for (let flips = 1 + chance.below(20); flips > 0; flips -= 1)
    changed[chance.below(changed.length)] = chance.below(256)
  return changed
}

const containers = ['w:r', 'w:p', 'w:tc', 'w:tr', 'w:tbl', 'w:pPr', 'w:rPr', 'w:t'] as const

/** Where elements of the name lie that hold none of their own name. */
const placesOf = (xml: string, name: string): { from: number; to: number }[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(?:(?!<${name}[ >])[\\s\\S])*?</${name}>`, 'g'))].map((found) => ({
    from: found.index,
    to: found.index + found[0].length
  }))

/** Elements taken out, doubled, put into each other, texts changed to pieces of placeholders: well-formed, and odd. */
export function mutateXml(xml: string, chance: Chance, texts: readonly [string, ...string[]]): string {
  const name = chance.pick(containers)
  const places = placesOf(xml, name)
  const [one, other] = [places[chance.below(places.length)], places[chance.below(places.length)]]
  if (one === undefined || other === undefined) return xml
  const piece = xml.slice(one.from, one.to)
  const kind = chance.below(4)
  if (kind === 0) return xml.slice(0, one.from) + xml.slice(one.to)
  if (kind === 1) return xml.slice(0, one.to) + piece.repeat(1 + chance.below(5)) + xml.slice(one.to)
  if (kind === 2) return xml.slice(0, other.from) + piece + xml.slice(other.from)
  const spots = placesOf(xml, 'w:t')
  const spot = spots[chance.below(spots.length)]
  if (spot === undefined) return xml
  return `${xml.slice(0, spot.from)}<w:t>${chance.pick(texts)}</w:t>${xml.slice(spot.to)}`
}

export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, part] of Object.entries(zip.files)) if (!part.dir) parts.set(name, await part.async('nodebuffer'))
  return parts
}

/** The parts packed again, one of them changed. */
export function withPart(parts: ReadonlyMap<string, Buffer>, name: string, changed: Buffer | string): Promise<Buffer> {
  const zip = new JSZip()
  for (const [path, part] of parts) zip.file(path, path === name ? changed : part, { createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}
