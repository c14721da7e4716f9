import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { readerOf, readsAll } from '../features/talk/talk-access.ts'
import {
  appraisalKind,
  appraisalPaperNeeds,
  appraisalPapers
} from '../../shared/features/appraisal/appraisal-papers.ts'
import { packRunFile } from '../features/pack/pack-year.ts'
import { asCall } from './byte-call.ts'
import type { AppDeps } from './context.ts'
import { problem, sendFile, useOf } from './paper-sender.ts'
import { demand } from './trpc.ts'

/** PDF files of a pack (its sixth volume tells who was talked with), as they lie in its folder: `/documents/pack/<id>/file.pdf?path=04-三会一课.pdf`. */
export function packRoutes(deps: AppDeps): Hono {
  const routes = new Hono()
  routes.get('/:id/file.pdf', (context) => {
    const object = context.req.param('id')
    const { leaves, way } = useOf(context, 'pdf')
    const act = `pack.volume.${way}`
    return asCall(deps, context, { act, object, needs: 'talk.overview' }, (inside) => {
      if (leaves) demand(inside, act, ['records.write'], deps.system.today())
      const found = packRunFile(inside.store, object, context.req.query('path') ?? '')
      if (!found.ok) return problem(context, 404, found.problem.message, found.problem.code)
      const { kinds } = found.value
      for (const paper of appraisalPapers)
        if (kinds.has(appraisalKind(paper))) demand(inside, act, [appraisalPaperNeeds[paper]], deps.system.today())
      if (kinds.has('talk-record') && !readsAll(readerOf(inside.store, inside.account, null), 'L1'))
        return problem(context, 403, '这个材料包里有 L1 谈话记录的内容，您的角色不能看。', 'not-allowed')
      const path = join(found.value.folder, found.value.path)
      if (!existsSync(path))
        return problem(context, 404, '材料包里的这个文件已经不在原来的文件夹里，请重新生成。', 'file-missing')
      if (leaves) inside.store.note(act)
      return sendFile(readFileSync(path), 'pdf')
    })
  })
  return routes
}
