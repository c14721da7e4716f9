import { eq, inArray } from 'drizzle-orm'
import { type Post, postSchema } from '../../../shared/features/post/post.ts'
import { post } from '../../store/schema.ts'
import { saveRow } from '../../store/rows.ts'
import type { Tables } from '../../store/store.ts'

const postOf = (row: typeof post.$inferSelect): Post => postSchema.parse(row)

export const allPosts = (tables: Tables): Post[] => tables.select().from(post).orderBy(post.from).all().map(postOf)

export const postsOf = (tables: Tables, organisationIds: readonly string[]): Post[] =>
  tables
    .select()
    .from(post)
    .where(inArray(post.organisationId, [...organisationIds]))
    .orderBy(post.from)
    .all()
    .map(postOf)

export const postsOfMember = (tables: Tables, memberId: string): Post[] =>
  tables.select().from(post).where(eq(post.memberId, memberId)).orderBy(post.from).all().map(postOf)

export const postsOfMembers = (tables: Tables, memberIds: readonly string[]): Post[] =>
  tables
    .select()
    .from(post)
    .where(inArray(post.memberId, [...memberIds]))
    .orderBy(post.from)
    .all()
    .map(postOf)

export function postById(tables: Tables, id: string): Post | null {
  const row = tables.select().from(post).where(eq(post.id, id)).get()
  return row === undefined ? null : postOf(row)
}

export function savePost(tables: Tables, record: Post): void {
  saveRow(tables, post, record)
}

export const removePost = (tables: Tables, id: string): void => {
  tables.delete(post).where(eq(post.id, id)).run()
}
