import { expect, test } from 'vitest'
import { drawnFault } from '../../../../renderer/features/ballot/drawn-fault.ts'
import { stoppedWords } from '../../../../renderer/features/ballot/stopped-words.ts'
import { isHeldOver } from '../../../../renderer/features/ballot/use-fresh-keys.ts'

test('a stopped pass names how many ballots did not go in and from which one on they are typed again', () => {
  expect(stoppedWords({ put: 7, stored: 4, returned: 10, changing: false })).toBe(
    '已存 4 张，后面录的 3 张没有存进去。请对着纸票从第 5 张起重录。'
  )
  expect(stoppedWords({ put: 4, stored: 4, returned: 10, changing: false })).toBe(
    '已存 4 张。请对着纸票从第 5 张起重录。'
  )
})

test('a change that was lost is named by its ballot, and a pass that is full asks for no more ballots', () => {
  expect(stoppedWords({ put: 5, stored: 5, returned: 5, changing: true })).toBe(
    '已存 5 张；第 5 张的改动没有存，存着的是改以前的，这一遍录满以后重录。'
  )
})

test('slips that were drawn are between those voted with and those made', () => {
  const box = { cast: 6, slips: 8 }
  expect(drawnFault(5, box)).toContain('投了 6 张，抽出的不会更少')
  expect(drawnFault(9, box)).toContain('一共印了 8 张')
  expect([6, 8, null].map((drawn) => drawnFault(drawn, box))).toEqual([undefined, undefined, undefined])
})

test('only Enter and Esc that are held do nothing', () => {
  expect(isHeldOver({ key: 'Enter', repeat: true })).toBe(true)
  expect(isHeldOver({ key: 'Escape', repeat: true })).toBe(true)
  expect(isHeldOver({ key: 'Enter', repeat: false })).toBe(false)
  expect(isHeldOver({ key: 'ArrowDown', repeat: true })).toBe(false)
})
