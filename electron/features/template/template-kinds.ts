import type { TemplateKind } from '../../../shared/documents/template.ts'
import { meetingTemplateKinds } from '../../../shared/features/meeting/meeting-template.ts'
import { memberTemplateKinds } from '../../../shared/features/member/member-template.ts'

/** Every kind of document a unit may give its own template for. */
export const templateKinds: readonly TemplateKind[] = [...meetingTemplateKinds, ...memberTemplateKinds]
