import { describe, expect, it } from 'vitest'
import type { ChecklistMark } from '../../../../shared/features/checklist/checklist.ts'
import { type ProofFacts, proofFindings } from '../../../../shared/features/checklist/proof-rules.ts'
import { aProof } from '../../../factories/checklist-facts.ts'

const found = (part: Partial<ProofFacts>) =>
  proofFindings({ year: 2026, proofs: [], marks: [], files: [], elsewhere: [], deadline: null, ...part }).map(
    ({ code, item, says }) => [code, item, says]
  )
const aMark = (part: Partial<ChecklistMark>): ChecklistMark => ({
  ...{ id: 'mark', organisationId: 'zb', year: 2026, item: 'F1', score: 2, note: null, evidence: '活动室照片' },
  ...{ happenedOn: '2026-05-08', notApplicable: false, filedOn: '2026-05-10' },
  ...part
})

describe('what is odd about proofs', () => {
  it('is nothing where all is in order', () => {
    expect(found({ proofs: [aProof('A6'), aProof('B2', { title: '换届请示' })], marks: [aMark({})] })).toEqual([])
  })

  it('is a day outside the year, of proofs and of marks', () => {
    expect(found({ proofs: [aProof('A6', { happenedOn: '2025-12-31' })] })[0]).toEqual([
      ...['outside-year', 'A6', '“证明材料”（2025-12-31）的发生日期不在 2026 年。']
    ])
    expect(
      found({ marks: [aMark({ happenedOn: '2027-01-02', filedOn: '2027-01-03' })] }).map(([code]) => code)
    ).toEqual(['outside-year'])
  })

  it('is one file filed twice, told of both places', () => {
    const proofs = [aProof('A6', { title: '批复' }), aProof('B2', { title: '结果批复' })]
    const files = proofs.map(({ id }) => ({ proofId: id, digest: 'abc' }))
    expect(found({ proofs, files })).toEqual([
      ['same-file', 'A6', '“批复”（2026-05-08）与别处是同一个文件：B2“结果批复”。'],
      ['same-file', 'B2', '“结果批复”（2026-05-08）与别处是同一个文件：A6“批复”。']
    ])
    const twice = files.map((file) => ({ ...file, digest: file.proofId }))
    expect(found({ proofs, files: twice })).toEqual([])
  })

  it('is a file that another branch or year has too', () => {
    const [proof] = [aProof('E1', { title: '年度总结' })]
    const files = [{ proofId: proof.id, digest: 'abc' }]
    const elsewhere = [
      { digest: 'abc', where: '2025 年度 E1“年度总结”' },
      { digest: 'other', where: '机关第二党支部2026 年度 E1“年度总结”' }
    ]
    expect(found({ proofs: [proof], files, elsewhere })).toEqual([
      ['used-elsewhere', 'E1', '“年度总结”（2026-05-08）的文件还用在：2025 年度 E1“年度总结”。']
    ])
  })

  it('is the same title of the same day used twice, also between a proof and a mark', () => {
    const proofs = [aProof('E1', { title: '活动室照片' })]
    expect(found({ proofs, marks: [aMark({})] }).map(([code, item]) => [code, item])).toEqual([
      ['used-twice', 'E1'],
      ['used-twice', 'F1']
    ])
    expect(found({ proofs, marks: [aMark({ happenedOn: '2026-05-09' })] })).toEqual([])
  })

  it('is not the same title where no day is given', () => {
    const undated = { title: '照片', happenedOn: null }
    expect(found({ proofs: [aProof('F1', undated), aProof('F2', undated)] })).toEqual([])
  })

  it('is filing on the last day', () => {
    expect(found({ proofs: [aProof('A6')], deadline: '2026-05-10' })).toEqual([
      ['last-day', 'A6', '“证明材料”（2026-05-08）在截止日 2026-05-10 当天才归档。']
    ])
    expect(found({ proofs: [aProof('A6')], deadline: '2026-05-11' })).toEqual([])
  })

  it('is filing more than 30 days after the event', () => {
    expect(found({ proofs: [aProof('A6', { filedOn: '2026-06-07' })] })).toEqual([])
    expect(found({ proofs: [aProof('A6', { filedOn: '2026-06-08' })] })).toEqual([
      ['filed-late', 'A6', '“证明材料”（2026-05-08）到 2026-06-08 才归档，晚了 31 天。']
    ])
  })

  it('is nothing of a mark that names no proof', () => {
    expect(found({ marks: [aMark({ evidence: ' ', happenedOn: '2025-01-01' })] })).toEqual([])
  })
})
