import {
  isBranch,
  type Organisation,
  type OrganisationEdit,
  type OrganisationKind
} from '../../../shared/features/organisation/organisation.ts'
import { checkOrganisation } from '../../../shared/features/organisation/organisation-rules.ts'
import { tidyText } from '../../../shared/kernel/cell-text.ts'
import type { OrganisationNode } from './roster.ts'

/** A new organisation under the chosen one: a branch under a committee, a group under a branch. */
export function newOrganisation(chosen: OrganisationNode | null): OrganisationEdit {
  const upper = chosen === null || chosen.kind === '党委' || chosen.kind === '党总支'
  return {
    id: '',
    code: '',
    name: '',
    shortName: null,
    kind: upper ? '党支部' : '党小组',
    parentId: chosen?.kind === '党小组' ? chosen.parentId : (chosen?.id ?? null),
    foundedOn: null,
    electedOn: null,
    termYears: null,
    hasCommittee: null,
    themeDay: null,
    extendedUntil: null,
    recordsFrom: null
  }
}

/** The stored fields of a tree node, without what is computed. */
export const organisationOf = ({
  id,
  code,
  name,
  shortName,
  kind,
  parentId,
  foundedOn,
  electedOn,
  termYears,
  hasCommittee,
  themeDay,
  extendedUntil,
  recordsFrom
}: OrganisationNode): OrganisationEdit => ({
  id,
  code,
  name,
  shortName,
  kind,
  parentId,
  foundedOn,
  electedOn,
  termYears,
  hasCommittee,
  themeDay,
  extendedUntil,
  recordsFrom
})

/** Organisations that may stand above one of this kind: the rule decides, no second list. */
export const allowedParents = (
  id: string,
  kind: OrganisationKind,
  nodes: readonly OrganisationNode[]
): OrganisationNode[] =>
  nodes.filter((node) => {
    const trial: Organisation = { ...newOrganisation(null), id, kind, code: ' ', parentId: node.id }
    return node.id !== id && checkOrganisation(trial, nodes).ok
  })

const tidyOrNull = (text: string | null): string | null => {
  const tidy = tidyText(text ?? '')
  return tidy === '' ? null : tidy
}

/** The record to be saved: ends trimmed, for a group nothing of a term, and 记录起始日 only where meetings are asked for. */
export function tidyOrganisation(draft: OrganisationEdit): OrganisationEdit {
  const tidy = {
    ...draft,
    code: draft.code.trim(),
    name: draft.name.trim(),
    shortName: tidyOrNull(draft.shortName),
    recordsFrom: isBranch(draft) ? (draft.recordsFrom ?? null) : null
  }
  return draft.kind === '党小组'
    ? { ...tidy, electedOn: null, termYears: null, hasCommittee: null, themeDay: null, extendedUntil: null }
    : tidy
}
