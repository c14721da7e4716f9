/** A child that waits for one line with its job, does it, and says what it has been promised until it is killed. */
import { createInterface } from 'node:readline'
import { pinyinOf, strokeKey } from '../../shared/kernel/names.ts'
import { doJob, type Job, say } from './jobs.ts'

// The dictionaries are read before the job comes, not in the moment that is to be cut short.
pinyinOf('张')
strokeKey('张')

for await (const line of createInterface({ input: process.stdin })) {
  const job: Job = JSON.parse(line)
  try {
    await doJob(job)
    say('end')
    process.exit(0)
  } catch (error) {
    say(`threw ${error instanceof Error ? (error.stack ?? error.message).replaceAll('\n', ' | ') : String(error)}`)
    process.exit(1)
  }
}
