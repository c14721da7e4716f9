import type { Context } from 'hono'
import type { Right } from '../../shared/features/account/rights.ts'
import type { AppDeps } from './context.ts'
import { demand, enter, type Inside, ProblemError } from './trpc.ts'
import { problemOf, storeFailure } from '../store/problem.ts'

type Answer = Response | Promise<Response>

/** Runs a byte route as a procedure runs: with an open store, a right, and under an act's name in the log. */
export async function asCall(
  deps: AppDeps,
  context: Context,
  call: { act: string; object: string; needs: Right },
  answer: (inside: Inside) => Answer
): Promise<Response> {
  try {
    const inside = enter(deps, call.act, call.object)
    deps.touched()
    demand(inside, call.act, [call.needs], deps.system.today())
    return await answer(inside)
  } catch (error) {
    if (error instanceof ProblemError) {
      const status = error.code === 'UNAUTHORIZED' ? 401 : error.code === 'FORBIDDEN' ? 403 : 400
      return context.json({ problem: error.problem }, status)
    }
    const code = problemOf(error)
    if (code === null) throw error
    return context.json({ problem: storeFailure(code).problem }, 400)
  }
}
