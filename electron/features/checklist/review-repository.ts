import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import {
  type Review,
  type ReviewFinal,
  reviewFinalSchema,
  type ReviewPoint,
  reviewPointSchema,
  reviewSchema
} from '../../../shared/features/checklist/review.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { saveRow } from '../../store/rows.ts'
import { checklistReview, checklistReviewPoint } from '../../store/schema-checklist.ts'
import type { Tables } from '../../store/store.ts'

/** Under this reviewer stand the final points. */
const final = ''

export const reviewsOf = (tables: Tables, organisationIds: readonly string[], year: number): Review[] =>
  tables
    .select()
    .from(checklistReview)
    .where(and(inArray(checklistReview.organisationId, [...organisationIds]), eq(checklistReview.year, year)))
    .all()
    .map((row) => reviewSchema.parse(row))

export function reviewById(tables: Tables, id: string): Review | null {
  const row = tables.select().from(checklistReview).where(eq(checklistReview.id, id)).get()
  return row === undefined ? null : reviewSchema.parse(row)
}

/** The day the result of a branch and year was published, or null. */
export function publishedOn(tables: Tables, organisationId: string, year: number): Day | null {
  const { organisationId: owner, year: of, publishedOn: day } = checklistReview
  const row = tables
    .select({ day })
    .from(checklistReview)
    .where(and(eq(owner, organisationId), eq(of, year), isNotNull(day)))
    .get()
  return row?.day ?? null
}

/** Branches and years whose result is published. */
export const publishedYears = (tables: Tables): { organisationId: string; year: number }[] =>
  tables
    .select({ organisationId: checklistReview.organisationId, year: checklistReview.year })
    .from(checklistReview)
    .where(isNotNull(checklistReview.publishedOn))
    .all()

export const saveReview = (tables: Tables, review: Review): void => saveRow(tables, checklistReview, review)

export const pointsOf = (tables: Tables, reviewIds: readonly string[]): ReviewPoint[] =>
  tables
    .select()
    .from(checklistReviewPoint)
    .where(and(inArray(checklistReviewPoint.reviewId, [...reviewIds]), ne(checklistReviewPoint.reviewer, final)))
    .orderBy(asc(checklistReviewPoint.item))
    .all()
    .map((row) => reviewPointSchema.parse(row))

export const finalsOf = (tables: Tables, reviewIds: readonly string[]): ReviewFinal[] =>
  tables
    .select()
    .from(checklistReviewPoint)
    .where(and(inArray(checklistReviewPoint.reviewId, [...reviewIds]), eq(checklistReviewPoint.reviewer, final)))
    .all()
    .map((row) => reviewFinalSchema.parse(row))

const rowOf = (tables: Tables, { reviewId, reviewer, item }: Pick<ReviewPoint, 'reviewId' | 'reviewer' | 'item'>) =>
  tables
    .delete(checklistReviewPoint)
    .where(
      and(
        eq(checklistReviewPoint.reviewId, reviewId),
        eq(checklistReviewPoint.reviewer, reviewer),
        eq(checklistReviewPoint.item, item)
      )
    )

export function savePoint(tables: Tables, point: ReviewPoint): void {
  removePoint(tables, point)
  tables.insert(checklistReviewPoint).values(point).run()
}

export const removePoint = (tables: Tables, point: Pick<ReviewPoint, 'reviewId' | 'reviewer' | 'item'>): void => {
  rowOf(tables, point).run()
}

export const saveFinal = (tables: Tables, point: ReviewFinal): void => savePoint(tables, { ...point, reviewer: final })

export const removeFinal = (tables: Tables, point: Pick<ReviewFinal, 'reviewId' | 'item'>): void =>
  removePoint(tables, { ...point, reviewer: final })

/** Points of somebody who reviews no more. */
export const removeReviewer = (tables: Tables, reviewId: string, reviewer: string): void => {
  tables
    .delete(checklistReviewPoint)
    .where(and(eq(checklistReviewPoint.reviewId, reviewId), eq(checklistReviewPoint.reviewer, reviewer)))
    .run()
}
