import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['-c', 'core.quotepath=off', 'ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8'
})
  .split('\n')
  .filter(Boolean)
const sources = files.filter((file) => /^(electron|renderer|shared)\/.*\.tsx?$/.test(file))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const forbid = (
  name: string,
  from: string,
  to: string,
  more: { fromNot?: string; toNot?: string } = {}
): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, ...(more.fromNot === undefined ? {} : { pathNot: more.fromNot }) },
  to: { path: to, ...(more.toNot === undefined ? {} : { pathNot: more.toNot }) }
})

const module = (name: string): string => `node_modules/${name}/`
const purePackages = '^node_modules/(zod|pinyin-pro|chinese-days|cnchar-order)/'

/** ARCHITECTURE.md, "Who may import whom", line by line. */
const rules: IForbiddenRuleType[] = [
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
  },
  forbid('the kernel knows only itself and small pure libraries', '^shared/kernel', '.*', {
    toNot: `^shared/kernel|${purePackages}`
  }),
  forbid('shared is pure', '^shared', '.*', { toNot: `^shared|${purePackages}` }),
  forbid('the rule book and the model stand on the kernel', '^shared/(rulebook|documents)', '^shared/features'),
  forbid(
    'a feature sees only the record of another feature',
    '^shared/features/([^/]+)/',
    '^shared/features/([^/]+)/',
    {
      fromNot: '^shared/features/(checklist|alert|score|pack|plan|ledger|report)/',
      toNot: '^shared/features/$1/|^shared/features/([^/]+)/\\1\\.ts$'
    }
  ),
  forbid(
    'store, documents and workbook know no feature',
    '^electron/(store|documents|workbook)',
    '^(shared/features|electron/(features|http|engine|desktop))'
  ),
  forbid('only the desktop shell knows electron', '^(shared|renderer|electron)', module('electron'), {
    fromNot: '^electron/(main|preload)\\.ts|^electron/desktop/'
  }),
  forbid('repositories do not decide', '-repository\\.ts$', '-(service|router|rules)\\.ts$'),
  forbid('a service calls no service', '-service\\.ts$', '-service\\.ts$', { toNot: '^electron/features/setting/' }),
  forbid('a service knows no transport', '-service\\.ts$', '^electron/(http|engine|desktop)'),
  forbid(
    'a router reaches the store only through its service',
    '-router\\.ts$',
    '-repository\\.ts$|^electron/store/(store|open|schema)'
  ),
  forbid('the page knows no electron code', '^renderer', '^electron', { fromNot: '^renderer/api/' }),
  forbid('screens of one feature do not know another', '^renderer/features/([^/]+)/', '^renderer/features/([^/]+)/', {
    toNot: '^renderer/features/$1/'
  }),
  forbid('docx stays behind its folder', '.*', module('(docx|pdfmake|fontkit|@cantoo/pdf-lib)'), {
    fromNot: '^electron/documents|^node_modules'
  }),
  forbid('the driver stays behind its folder', '.*', module('better-sqlite3'), {
    fromNot: '^electron/store|^node_modules'
  }),
  forbid('drizzle stays in store and repositories', '.*', module('drizzle-orm'), {
    fromNot: '^electron/store|-repository\\.ts$|^electron/features/ledger/ledger-service|^node_modules'
  }),
  forbid('Excel stays behind its folder', '.*', module('(read|write)-excel-file'), {
    fromNot: '^electron/workbook|^node_modules'
  }),
  forbid('zips from outside go through the guard', '.*', module('yauzl'), {
    fromNot: '^electron/(office-package|workbook|documents)|^node_modules'
  })
]

describe('architecture', () => {
  it('imports only what the table in ARCHITECTURE.md allows', async () => {
    const { output } = await cruise(['electron', 'renderer', 'shared'], {
      baseDir: root,
      ruleSet: { forbidden: rules },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        exportsFields: ['exports']
      }
    })
    const result = output as ICruiseResult
    expect(result.summary.totalCruised).toBeGreaterThan(100)
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  }, 120_000)

  it('keeps the page from running anything of electron: only a type comes across', () => {
    const clients = sources.filter((file) => file.startsWith('renderer/') && /from '.*electron\//.test(read(file)))
    for (const file of clients)
      for (const line of read(file)
        .split('\n')
        .filter((text) => /from '.*electron\//.test(text)))
        expect(`${file}: ${line}`).toMatch(/: import type /)
  })

  it('keeps clock and chance out of shared', () => {
    const impure = sources.filter(
      (file) => file.startsWith('shared/') && /Date\.now|new Date\(\)|Math\.random|crypto\./.test(read(file))
    )
    expect(impure).toEqual([])
  })

  it('keeps files short: 300 lines, tests 400', () => {
    const long = files
      .filter((file) => /\.(ts|tsx)$/.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ file, lines }) => lines > (file.startsWith('tests/') ? 400 : 300))
    expect(long).toEqual([])
  })

  it('names files in kebab-case, at most five segments deep, without catch-all names', () => {
    const bad = sources.filter(
      (file) =>
        file.split('/').length > 5 ||
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(file.split('/').at(-1) ?? '') ||
        /(^|\/)(index|utils?|helpers?|common|misc)(\.|\/)/.test(file)
    )
    expect(bad).toEqual([])
  })

  it('holds to the top level the customer fixed', () => {
    const allowed = new Set([
      'electron',
      'renderer',
      'shared',
      'resources',
      'tests',
      'package.json',
      'package-lock.json',
      'electron.vite.config.ts',
      'tsconfig.json',
      'README.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'LICENSE'
    ])
    const tops = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
    expect([...tops].filter((name) => !allowed.has(name))).toEqual([])
  })

  it('writes Chinese with full-width punctuation', () => {
    const half = /[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]/
    const texts = files.filter(
      (file) => /\.(ts|tsx|md|json|html|sql|css)$/.test(file) && !/\.test\.ts$|^package-lock/.test(file)
    )
    const bad = texts.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (half.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []))
    )
    expect(bad).toEqual([])
  })

  it('skips no test and silences no rule', () => {
    const loose = files
      .filter((file) => /\.(ts|tsx)$/.test(file) && file !== 'tests/architecture.test.ts')
      .filter((file) =>
        /\.(skip|only)\(|@ts-(ignore|nocheck|expect-error)|\bas any\b|: any\b|\bTODO\b|\bFIXME\b/.test(read(file))
      )
    expect(loose).toEqual([])
  })

  it('touches an open store file only through the driver', () => {
    const banned = sources.filter((file) =>
      /\.(serialize|backup|loadExtension)\(|\bATTACH\b|\brekey\b/.test(read(file))
    )
    expect(banned).toEqual([])
  })

  it('holds no address of a registry and no path of a machine', () => {
    const bad = files.filter(
      (file) =>
        !/\.(png|ttf|otf|xlsx)$/.test(file) &&
        /registry\.npm|\/(work|farm)\//.test(read(file)) &&
        file !== 'tests/architecture.test.ts'
    )
    expect(bad).toEqual([])
  })
})
