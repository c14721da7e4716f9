import { parseArgs } from 'node:util'
import { askHidden } from './prompt.ts'
import { problemOf, storeFailure } from './store/problem.ts'

/** The call or a file cannot be used: exit 2, nothing written. */
export class Unusable extends Error {}

/** The values of named options, all of them text; an unknown one is refused with the usage. */
export function readValues(
  args: string[],
  names: readonly string[],
  usage: string
): Record<string, string | undefined> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))
    return parseArgs({ args, strict: true, options }).values
  } catch (error) {
    throw new Unusable(`看不懂这个选项：${error instanceof Error ? error.message : ''}\n${usage}`)
  }
}

/** The password from DANGWU_PASSWORD, else asked for on the terminal. */
export const passwordFor = async (what: string): Promise<string> =>
  process.env['DANGWU_PASSWORD'] ?? (await askHidden(`${what}的口令：`))

/** Runs a command; an unusable call gives its sentence and exit 2. */
export async function answered(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const code = problemOf(error)
    console.error(
      error instanceof Unusable ? error.message : code === null ? error : storeFailure(code).problem.message
    )
    return 2
  }
}
