/** What went wrong in an expected way: a code for programs, a Chinese sentence for people, and the field it concerns where there is one. */
export type Problem<Code extends string = string> = {
  code: Code
  message: string
  field?: string
}

/** The answer of anything that may fail in an expected way. Bugs throw; expected failures are values. */
export type Outcome<Value, Code extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; problem: Problem<Code> }

export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const failure = <Code extends string>(
  code: Code,
  message: string,
  field?: string
): { ok: false; problem: Problem<Code> } => ({
  ok: false,
  problem: field === undefined ? { code, message } : { code, message, field }
})
