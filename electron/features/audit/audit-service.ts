import type { DocumentModel } from '../../../shared/documents/document-model.ts'
import type { AuditDay, AuditFilter, AuditLine } from '../../../shared/features/audit/audit.ts'
import { auditDocument } from '../../../shared/features/audit/audit-document.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import type { ChainCheck } from '../../store/audit.ts'
import type { OpenStore, Store } from '../../store/store.ts'
import { officeSettings } from '../setting/setting-service.ts'
import { auditPage, auditStretch } from './audit-repository.ts'

export function listAudit(
  store: Store,
  filter: AuditFilter,
  page: { offset: number; limit: number }
): { lines: AuditLine[]; total: number } {
  return store.read((tables) => auditPage(tables, filter, page))
}

/** Recomputes the whole chain. */
export const verifyAudit = (store: OpenStore): ChainCheck => store.log.check()

/** The day's stretch by the PC's own calendar, and the head as it stands now. */
export function auditDay(store: OpenStore, day: Day): AuditDay {
  const local = (time: string): string => new Date(`${day}T${time}`).toISOString()
  const stretch = store.read((tables) => auditStretch(tables, local('00:00:00.000'), local('23:59:59.999')))
  return { day, ...stretch, ...store.log.head() }
}

export const auditPaper = (store: OpenStore, storeName: string, day: Day): DocumentModel =>
  auditDocument(officeSettings(store).unit, storeName, auditDay(store, day))
