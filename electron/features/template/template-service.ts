import type { TemplateFault, TemplateKind } from '../../../shared/documents/template.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { DocumentRenderer } from '../../documents/renderer.ts'
import type { Store } from '../../store/store.ts'
import { templateKinds } from './template-kinds.ts'
import { deleteTemplate, type KeptTemplate, keptTemplates, saveTemplate, templateBytes } from './template-repository.ts'

/** A kind of document with the office's own template, where it has one. */
export type OfferedTemplate = TemplateKind & { own: Pick<KeptTemplate, 'fileName' | 'takenOn'> | null }

/** Largest file taken in, in bytes: a form with a few pictures stays far below. */
export const largestTemplate = 5_000_000

export const listTemplates = (store: Store): OfferedTemplate[] => {
  const kept = new Map(store.read(keptTemplates).map((one) => [one.kind, one]))
  return templateKinds.map((kind) => ({ ...kind, own: kept.get(kind.kind) ?? null }))
}

export function templateKind(kind: string): Outcome<TemplateKind> {
  const found = templateKinds.find((one) => one.kind === kind)
  return found === undefined ? failure('template-unknown', '没有这种材料的模板。') : success(found)
}

/**
 * Takes a .docx in for a kind of document, in place of an earlier one. A template with faults is not kept: the faults say
 * where each is, and the documents stay as they were.
 */
export async function takeTemplate(
  store: Store,
  documents: DocumentRenderer,
  given: { kind: string; fileName: string; bytes: Uint8Array; today: Day }
): Promise<Outcome<TemplateFault[]>> {
  const kind = templateKind(given.kind)
  if (!kind.ok) return kind
  if (given.bytes.length > largestTemplate)
    return failure('template-too-large', '模板文件超过 5 MB。请去掉大图片再试。')
  const checked = await documents.check(given.bytes, kind.value)
  if (!checked.ok || checked.value.length > 0) return checked
  const { today, ...rest } = given
  store.write((tables) => saveTemplate(tables, { ...rest, takenOn: today }))
  return checked
}

/** Back to the layout of the program. */
export const dropTemplate = (store: Store, kind: string): void => store.write((tables) => deleteTemplate(tables, kind))

/** The office's own file of a kind, as it was given. */
export function ownTemplate(store: Store, kind: string): Outcome<Uint8Array> {
  const bytes = store.read((tables) => templateBytes(tables, kind))
  return bytes === null ? failure('template-unknown', '这种材料没有单位模板。') : success(bytes)
}
