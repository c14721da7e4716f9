import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Outcome, Problem } from '../../shared/kernel/outcome.ts'
import { problemOf, storeFailure } from '../store/problem.ts'
import type { AppDeps } from './context.ts'

z.config(z.locales.zhCN())

/** Carries an expected problem through tRPC; the page shows its sentence at the field it names. */
export class ProblemError extends TRPCError {
  readonly problem: Problem
  constructor(problem: Problem) {
    super({ code: problem.code === 'locked' ? 'UNAUTHORIZED' : 'BAD_REQUEST', message: problem.message })
    this.problem = problem
  }
}

function inputProblem(error: z.ZodError): Problem {
  const [issue] = error.issues
  return { code: 'invalid-input', message: issue?.message ?? '输入有误', field: issue?.path.join('.') ?? '' }
}

/** The expected problem behind an error, or null when it is a bug. */
function expectedProblem(error: TRPCError): Problem | null {
  if (error instanceof ProblemError) return error.problem
  if (error.cause instanceof ProblemError) return error.cause.problem
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError) return inputProblem(error.cause)
  const code = problemOf(error.cause)
  return code === null ? null : storeFailure(code).problem
}

const t = initTRPC.context<AppDeps>().create({
  errorFormatter: ({ shape, error }) => {
    const problem = expectedProblem(error)
    return {
      message: problem?.message ?? '程序出错了，刚才这一步没有完成，已保存的内容没有丢。请重试；再出现时请告诉管理员。',
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem }
    }
  }
})

export const router = t.router

/** May be called while the store is locked. */
export const outsideProcedure = t.procedure

/** Needs an open store, and hands it on as `ctx.store`. */
export const insideProcedure = t.procedure.use(({ ctx, next }) => {
  const { store, account } = ctx.vault
  if (store === null || account === null)
    throw new ProblemError({ code: 'locked', message: '档案库已锁定，请先解锁。' })
  ctx.touched()
  return next({ ctx: { ...ctx, store, account } })
})

/** The value of an outcome, or the problem on its way to the page. */
export function valueOrThrow<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new ProblemError(outcome.problem)
}
