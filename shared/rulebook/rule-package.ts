import { z } from 'zod'
import { type Day, isDay } from '../kernel/dates.ts'
import { failure, type Outcome, success } from '../kernel/outcome.ts'
import type { Rule } from './rule.ts'
import { builtInPackage, builtInRule, isRuleId } from './rule-book.ts'
import { overrideSchema, type RuleOverride } from './rule-override.ts'

/** Editions of rules given out together: as data, so that the book can follow the regulations without a new program. */
export type RulePackage = { id: string; title: string; issuedOn: Day; rules: readonly Rule[] }

/** One that the office has taken in. */
export type TakenPackage = RulePackage & { takenOn: Day }

/** A package as a file; what the office set for itself goes along to be read, and is never taken in. */
export type RulePackageFile = RulePackage & { overrides?: readonly RuleOverride[] | undefined }

/** Largest file taken in, in bytes. */
export const largestPackage = 2_000_000

const text = (most: number) => z.string('应是文字').trim().min(1, '不能空着').max(most, `不超过 ${most} 字`)
const day = z.string('应是日期，如 2026-01-01').refine(isDay, '应是日期，如 2026-01-01')
const figure = z.number('应是数字')

const parameterSchema = z.strictObject({
  name: text(40),
  label: text(40),
  unit: z.string('应是文字').max(10, '不超过 10 字'),
  value: figure,
  min: figure,
  max: figure,
  whole: z.boolean('应是 true 或 false')
})

const editionSchema = z.strictObject({
  id: text(20),
  title: text(60),
  meaning: text(1000),
  document: text(200).nullable(),
  shortDocument: text(60).nullable(),
  article: text(60).nullable(),
  validFrom: day.nullable(),
  mark: z.enum(['✔', '记', '地', '拟', '？'], '应是 ✔、记、地、拟、？ 之一'),
  level: z.enum(['BLOCK', 'WARN', 'REMIND', 'INFO'], '应是 BLOCK、WARN、REMIND、INFO 之一'),
  parameters: z.array(parameterSchema, '应是列表').max(20, '不超过 20 个')
})

const packageSchema = z.strictObject({
  id: text(60),
  title: text(100),
  issuedOn: day,
  rules: z.array(editionSchema, '应是列表').min(1, '至少要有一条规则').max(2000, '不超过 2000 条'),
  overrides: z
    .array(overrideSchema.extend({ changedOn: day, accountName: z.string('应是文字') }), '应是列表')
    .optional()
})

/** A package as it is kept: checked when it was taken in. */
export const keptPackageSchema = packageSchema.omit({ overrides: true })

const fieldNames: Readonly<Record<string, string>> = {
  id: '编号',
  title: '名称',
  issuedOn: '发布日期',
  rules: '规则列表',
  overrides: '本单位规定',
  meaning: '内容',
  document: '文件',
  shortDocument: '文件简称',
  article: '条款',
  validFrom: '施行日期',
  mark: '可信度',
  level: '级别',
  parameters: '参数',
  name: '参数名',
  label: '参数说明',
  unit: '单位',
  value: '数值',
  min: '下限',
  max: '上限',
  whole: '是否整数',
  changedOn: '改动日期',
  accountName: '使用人',
  note: '依据',
  ruleId: '规则编号',
  parameter: '参数名',
  fromYear: '起始年度'
}

/** The Chinese name of a field of a package, with the word that stands in the file. */
export const fieldInWords = (key: string): string =>
  fieldNames[key] === undefined ? `“${key}”` : `“${fieldNames[key]}”（${key}）`

const entryAt = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined

/** “规则 R8-01，参数 1：” for what lies inside a rule. */
function whereIn(given: unknown, path: readonly PropertyKey[]): string {
  const [list, index, inner, at] = path
  if (typeof index !== 'number' || list === undefined) return ''
  if (list !== 'rules') return `第 ${index + 1} 条本单位规定：`
  const id = entryAt(entryAt(entryAt(given, 'rules'), index), 'id')
  const rule = typeof id === 'string' && id !== '' ? `规则 ${id}` : `第 ${index + 1} 条规则`
  return inner === 'parameters' && typeof at === 'number' ? `${rule}的第 ${at + 1} 个参数：` : `${rule}：`
}

function faultOf(given: unknown, issue: z.core.$ZodIssue): string {
  const where = whereIn(given, issue.path)
  if (issue.code === 'unrecognized_keys') return `${where}多出了${issue.keys.map(fieldInWords).join('、')}，请去掉。`
  const field = issue.path.findLast((key) => typeof key === 'string')
  if (field === undefined) return '文件的内容应是一个规则包：编号、名称、发布日期和规则列表。'
  const missing = issue.path.reduce(entryAt, given) === undefined
  return `${where}${missing ? '缺' : ''}${fieldInWords(field)}${missing ? '' : issue.message}。`
}

/** Parameters the program does not ask for, or asks for and does not find, or whose number lies outside its bounds. */
function parameterFaults(rule: Rule, known: Rule): string[] {
  const names = rule.parameters.map(({ name }) => name)
  const wanted = known.parameters.map(({ name }) => name)
  const [missing, strange] = [
    wanted.filter((name) => !names.includes(name)),
    names.filter((name, index) => !wanted.includes(name) || names.indexOf(name) < index)
  ]
  return [
    ...missing.map((name) => `规则 ${rule.id}：缺参数 ${name}。`),
    ...strange.map((name) => `规则 ${rule.id}：参数 ${name} 本程序不认识或者写了两次，请去掉。`),
    ...rule.parameters
      .filter(({ value, min, max, whole }) => value < min || value > max || (whole && !Number.isInteger(value)))
      .map(
        ({ name, value, min, max, whole }) =>
          `规则 ${rule.id}：参数 ${name} 的“数值”应是 ${min} 至 ${max} 之间的${whole ? '整数' : '数'}，写的是 ${value}。`
      )
  ]
}

function editionFaults(rule: Rule, index: number, all: readonly Rule[]): string[] {
  const { id, level, meaning, validFrom } = rule
  if (!isRuleId(id)) return [`规则 ${id}：本程序没有这条规则，请升级程序以后再导入，或者去掉这一条。`]
  const known = builtInRule(id)
  const softened = level === 'BLOCK' && meaning.includes('一般')
  const twice = all.findIndex((other) => other.id === id && other.validFrom === validFrom) < index
  return [
    ...(softened ? [`规则 ${id}：条文写“一般”的最多提醒，“级别”（level）不能是 BLOCK。`] : []),
    ...(twice ? [`规则 ${id}：同一个施行日期写了两次，请留一条。`] : []),
    ...parameterFaults(rule, known)
  ]
}

/** How many faults are told at once. */
const faultsShown = 20

const refused = (faults: readonly string[]) =>
  failure(
    'package-faulty',
    [
      ...faults.slice(0, faultsShown),
      ...(faults.length > faultsShown ? [`另有 ${faults.length - faultsShown} 处。`] : [])
    ].join('\n')
  )

/** Reads a package from the text of its file. Every fault is a line that names the rule and the field. */
export function readPackage(content: string): Outcome<RulePackageFile> {
  let given: unknown
  try {
    given = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return failure('package-unreadable', '这个文件不是规则包：应是本程序导出的 JSON 文件。')
  }
  const read = packageSchema.safeParse(given)
  if (!read.success) return refused(read.error.issues.map((issue) => faultOf(given, issue)))
  if (read.data.id === builtInPackage.id)
    return refused([`编号“${builtInPackage.id}”是程序自带的规则包，请换一个“编号”（id）。`])
  const faults = read.data.rules.flatMap(editionFaults)
  return faults.length > 0 ? refused(faults) : success(read.data)
}
