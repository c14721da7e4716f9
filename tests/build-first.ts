import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Some tests start the built threads and shells; a fresh build costs nothing where there is one. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, '../electron/launch.ts'), 'build'], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  if (status !== 0) throw new Error('the program could not be built')
}
