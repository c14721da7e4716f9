import { auditTampering } from './audit-tampering.ts'
import { ballotLinking } from './ballot-linking.ts'
import { bitFlips } from './bit-flips.ts'
import { diskFull } from './disk-full.ts'
import type { Run } from './ground.ts'
import { hostileAttachments } from './hostile-attachments.ts'
import { hostileTemplates } from './hostile-templates.ts'
import { hostileWorkbooks } from './hostile-workbooks.ts'
import { kills } from './kills.ts'
import { loopback } from './loopback.ts'
import { lostLog } from './lost-log.ts'
import { needles } from './needles.ts'
import { oddPlaces } from './odd-places.ts'
import { packKills } from './pack-kills.ts'
import { paperKills } from './paper-kills.ts'
import { paperWriting } from './paper-writing.ts'
import { powerCut } from './power-cut.ts'
import { putBack } from './put-back.ts'
import { secondOpener } from './second-opener.ts'
import { wrongThings } from './wrong-things.ts'

/** Every run, in the order of the table. */
export const runs: readonly Run[] = [
  powerCut,
  ...kills,
  diskFull,
  oddPlaces,
  secondOpener,
  bitFlips,
  lostLog,
  putBack,
  wrongThings,
  needles,
  loopback,
  ...paperWriting,
  paperKills,
  packKills,
  hostileWorkbooks,
  hostileTemplates,
  hostileAttachments,
  auditTampering,
  ballotLinking
]
