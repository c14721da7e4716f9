import type { DigestReport } from './digest-report.ts'
import { evaluationPart, lifePart, peoplePart, talksPart } from './digest-records.ts'
import { attentionPart, rectificationPart, scoresPart } from './digest-scores.ts'
import { partOf, type ReportPart } from './report.ts'

/** 汇总报告 of a 党委 or 党总支: its branches side by side. */
export const digestParts = (report: DigestReport): ReportPart[] =>
  report.branches.length === 0
    ? [partOf('people', '基本情况', [{ says: `${report.organisation.name}没有党支部。` }])]
    : [
        peoplePart(report),
        lifePart(report),
        talksPart(report),
        evaluationPart(report),
        scoresPart(report),
        rectificationPart(report),
        attentionPart(report)
      ]
