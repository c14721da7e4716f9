import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Account } from '../../shared/features/account/account.ts'
import { type Right, rights } from '../../shared/features/account/rights.ts'
import type { Outcome, Problem } from '../../shared/kernel/outcome.ts'
import { grantFor, mustChangePassword, reachOf } from '../features/account/account-service.ts'
import type { OpenVault } from '../features/vault/open-vault.ts'
import { problemOf, storeFailure } from '../store/problem.ts'
import type { Store } from '../store/store.ts'
import type { AppDeps } from './context.ts'

z.config(z.locales.zhCN())

/** Carries an expected problem through tRPC; the page shows its sentence at the field it names. */
export class ProblemError extends TRPCError {
  readonly problem: Problem
  constructor(problem: Problem) {
    super({ code: statusOf(problem.code), message: problem.message })
    this.problem = problem
  }
}

const statusOf = (code: string): 'UNAUTHORIZED' | 'FORBIDDEN' | 'BAD_REQUEST' =>
  code === 'locked' ? 'UNAUTHORIZED' : code === 'not-allowed' ? 'FORBIDDEN' : 'BAD_REQUEST'

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

/** Which right a procedure asks for: one of these, none but an open store, or nothing at all. */
type Meta = { needs: readonly Right[] | 'open store' | 'nothing' }

const t = initTRPC
  .context<AppDeps>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const problem = expectedProblem(error)
      return {
        message:
          problem?.message ?? '程序出错了，刚才这一步没有完成，已保存的内容没有丢。请重试；再出现时请告诉管理员。',
        code: shape.code,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem }
      }
    }
  })

export const router = t.router

/** May be called while the store is locked. */
export const outside = t.procedure.meta({ needs: 'nothing' })

/** What a call inside works with: the store as this person may use it, under this act's name in the log. */
export type Inside = { opened: OpenVault; account: Account; store: Store }

/** All that may be asked while people vote on this PC (security.md §3.6): whoever stands before it is not who opened it. */
const atTheBox: ReadonlySet<string> = new Set([
  'account.me',
  'ballot.box',
  'ballot.slip',
  'ballot.cast',
  'setting.office',
  'vault.touch'
])

/** The open store for one act of the person at the keyboard, or the problem that stands before it. */
export function enter(deps: AppDeps, act: string, object: string): Inside {
  const { opened } = deps.vault
  const account = opened?.account ?? null
  if (opened === null || account === null)
    throw new ProblemError({ code: 'locked', message: '档案库已锁定，请先解锁。' })
  if (opened.voting !== null && !atTheBox.has(act))
    throw new ProblemError({
      code: 'voting',
      message: '正在投票，这台电脑现在只收票。计票人要做别的事，请先锁定，再用口令打开。'
    })
  const { id, name, roles } = account
  const reach = reachOf(opened.store, account)
  return { opened, account, store: opened.store.forCall({ actor: { id, name, roles }, act, object, reach }) }
}

/** Refuses, and writes the refusal into the log, unless one of the rights is there and the password is the holder's own. */
export function demand({ store, account }: Inside, act: string, needed: readonly Right[], today: string): void {
  if (!needed.some((right) => grantFor(store, account, right) !== null)) {
    store.note(act, 'not-allowed')
    const title = rights[needed[0] ?? 'program'].title
    throw new ProblemError({
      code: 'not-allowed',
      message: `您的角色（${account.roles.join('、') || '未授权'}）不能做这件事：${title}。需要时请找管理员调整角色。`
    })
  }
  if (mustChangePassword(store, account, today))
    throw new ProblemError({ code: 'password-expired', message: '口令需要先换成自己的，再继续。' })
}

const idOf = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string' ? input.id : ''

/** A page asks by itself now and then; only what somebody does keeps the automatic lock away. */
const inside = t.procedure.use(async ({ ctx, path, type, getRawInput, next }) => {
  const entered = enter(ctx, path, idOf(await getRawInput()))
  if (type === 'mutation') ctx.touched()
  return next({ ctx: { ...ctx, ...entered } })
})

/** Needs an open store and no particular right. */
export const anyone = inside.meta({ needs: 'open store' })

/** Needs one of the rights of security.md §9; registered once, here, and nowhere else. */
export const withRight = (...needed: readonly [Right, ...Right[]]) =>
  inside.meta({ needs: needed }).use(({ ctx, path, next }) => {
    demand(ctx, path, needed, ctx.system.today())
    return next()
  })

/** When in the order of a page's words something was typed; absent where nothing is held of it. */
export const typedOrder = z.number().int().min(0).optional()

/** The value of an outcome, or the problem on its way to the page. */
export function valueOrThrow<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new ProblemError(outcome.problem)
}
