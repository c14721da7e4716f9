import { expect, test } from 'vitest'
import { branchesBelow, committeeOf, secretariesOf, teamOf } from '../../../../renderer/features/poll/candidates.ts'

const place = (id: string, kind: '党委' | '党总支' | '党支部' | '党小组', parentId: string | null) => ({
  ...{ id, kind, parentId, name: `中共${id}`, shortName: id }
})
const committee = place('县局党委', '党委', null)
const tree = [
  committee,
  place('总支', '党总支', '县局党委'),
  place('一支部', '党支部', '总支'),
  place('二支部', '党支部', '县局党委'),
  place('一组', '党小组', '一支部')
]
const person = (name: string, organisationId: string, ...posts: string[]) => ({
  ...{ id: name, name, organisationId, organisation: organisationId, posts }
})
const people = [
  person('周启明', '一支部', '书记', '县局党委副书记'),
  person('林慧', '一支部', '组织委员'),
  person('高翔', '二支部', '书记'),
  person('何佳', '一支部', '党小组组长')
]

test('branches below are found under every level, groups are none', () => {
  expect(branchesBelow(tree, '县局党委').map(({ id }) => id)).toEqual(['一支部', '二支部'])
  expect(branchesBelow(tree, '一支部')).toEqual([])
})

test('the committee is who holds a seat there, also somebody whose membership is elsewhere', () => {
  expect(committeeOf(people, place('一支部', '党支部', null)).map(({ name, post }) => [name, post])).toEqual([
    ['周启明', '书记'],
    ['林慧', '组织委员']
  ])
  expect(committeeOf(people, committee)).toMatchObject([{ name: '周启明', memberId: '周启明', post: '副书记' }])
})

test('secretaries of the branches come with the name of their branch', () => {
  expect(secretariesOf(people, branchesBelow(tree, '县局党委')).map(({ name, post }) => [name, post])).toEqual([
    ['周启明', '一支部书记'],
    ['高翔', '二支部书记']
  ])
})

test('a branch has a committee, an organisation above it a leading group', () => {
  expect([teamOf(committee).name, teamOf(place('一支部', '党支部', null)).name]).toEqual([
    '县局党委领导班子',
    '一支部委员会'
  ])
})
