import type { Outputs } from '../../api/client.ts'

export type PackView = Outputs['pack']['view']
export type VolumeView = PackView['volumes'][number]
export type MissingLine = PackView['missing'][number]
export type RunView = PackView['runs'][number]
export type SealView = PackView['seals'][number]

export const viewNames = { volumes: '卷册', runs: '历次材料包', scheme: '卷册设置' } as const
export type View = keyof typeof viewNames
export const isView = (text: string | null): text is View => text !== null && Object.hasOwn(viewNames, text)

/** Papers there and papers that are missing, over all volumes. */
export const countsOf = ({ volumes, missing }: Pick<PackView, 'volumes' | 'missing'>) => ({
  there: volumes.reduce((sum, { lines }) => sum + lines.length, 0),
  missing: missing.length
})

/** Whole per cent of papers there; all of them only when none is missing. */
export const shareOf = ({ there, missing }: { there: number; missing: number }): number =>
  there + missing === 0 ? 0 : Math.floor((100 * there) / (there + missing))

/** The seal that closes the year now; null while it is open. */
export const sealOf = (seals: readonly SealView[]): SealView | null =>
  seals.find(({ reopenedAt }) => reopenedAt === null) ?? null

/** Where a pack has its list of what is missing, on top of all; null where it was written without PDF. */
export const missingPaperOf = (run: RunView | undefined): string | null =>
  run === undefined || run.volumes.length === 0 ? null : '00-缺件清单.pdf'

/** The files that differ from what was written, in words. */
export function checkSays(changed: readonly { path: string; state: 'missing' | 'changed' }[]): string {
  const many = (state: 'missing' | 'changed'): number => changed.filter((one) => one.state === state).length
  const [gone, other] = [many('missing'), many('changed')]
  if (gone + other === 0) return '全部文件都和写出时一样。'
  return [...(other === 0 ? [] : [`${other} 个文件改过`]), ...(gone === 0 ? [] : [`${gone} 个文件不在了`])].join('，')
}

/** `folder` with the path of a file in it, as the system of the folder writes it. */
export const inFolder = (folder: string, path: string): string =>
  folder.includes('\\') ? `${folder}\\${path.replaceAll('/', '\\')}` : `${folder}/${path}`

type Progress = { pack: number; packs: number; part: number; parts: number; done: number; total: number }

/** Whole per cent of the way: packs, in them parts, in them documents. Binding the volumes is still to come when all are set. */
export function percentOf({ pack, packs, part, parts, done, total }: Progress): number {
  const within = total === 0 ? 0 : done / total
  return Math.min(99, Math.floor((100 * (pack - 1 + (part - 1 + within) / parts)) / packs))
}
