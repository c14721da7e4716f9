import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import type { OrganisationNode } from './roster.ts'

/** A line of the tree as it is drawn. */
export type Twig = { node: OrganisationNode; depth: number; children: number; open: boolean }

const matches = (node: OrganisationNode, text: string): boolean =>
  [node.name, node.shortName ?? '', node.code].some((name) => name.toLowerCase().includes(text))

/** Ids of all organisations above one, nearest first. Ends also where the data runs in a circle. */
export function ancestorsOf(nodes: readonly OrganisationNode[], id: string): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found: string[] = []
  for (let at = byId.get(id)?.parentId; at != null && !found.includes(at); at = byId.get(at)?.parentId) found.push(at)
  return found
}

/** Organisations whose parent is not in the store stand at the top. */
export function topsOf(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  const ids = new Set(nodes.map((node) => node.id))
  return nodes.filter((node) => node.parentId === null || !ids.has(node.parentId))
}

/** The visible lines: all that match a search with what stands above them, else down to what is closed. */
export function twigsOf(nodes: readonly OrganisationNode[], isOpen: (id: string) => boolean, search: string): Twig[] {
  const text = search.trim().toLowerCase()
  const found = text === '' ? null : new Set<string>()
  if (found !== null)
    for (const node of nodes)
      if (matches(node, text)) for (const id of [node.id, ...ancestorsOf(nodes, node.id)]) found.add(id)
  const children = Map.groupBy(nodes, (node) => node.parentId)
  const twigs: Twig[] = []
  const add = (node: OrganisationNode, depth: number): void => {
    if ((found !== null && !found.has(node.id)) || depth > 12) return
    const below = children.get(node.id) ?? []
    const open = found !== null || isOpen(node.id)
    twigs.push({ node, depth, children: below.length, open })
    if (open) for (const child of below) add(child, depth + 1)
  }
  for (const top of topsOf(nodes)) add(top, 0)
  return twigs
}

/** People of all categories today, as the roster of the organisation shows them. */
export const peopleOf = (node: OrganisationNode): number => node.full + node.probationary + node.others

/** Every organisation as an option, with the one above it where names alone may be alike. */
export const organisationOptions = (nodes: readonly OrganisationNode[]): { value: string; label: string }[] =>
  nodes.map((node) => ({ value: node.id, label: labelOf(node) }))
