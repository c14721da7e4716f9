/**
 * Writes 示例台账.xlsx, the ledger of the sample office: an invented county bureau with a 党委, eight branches and their year.
 * Everything is drawn from a fixed seed: the same file each time. Run: node resources/samples/generate.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleLedger, sampleSheets } from './sample-ledger.ts'

const bytes = await sampleLedger()
writeFileSync(join(import.meta.dirname, '示例台账.xlsx'), bytes)
const counts = sampleSheets().flatMap(({ name, rows }) => (rows.length > 0 ? [`${name} ${rows.length}`] : []))
console.log(`示例台账.xlsx ${bytes.length} bytes: ${counts.join(', ')}`)
