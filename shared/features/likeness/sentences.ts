import { foldText } from '../../kernel/search-words.ts'
import type { ComparedText } from './likeness.ts'

/** A sentence as written, and what of it is compared: `plain`, each character of which stands at `places` of `text`. */
export type Sentence = { text: string; plain: string; places: number[] }

const sentenceEnd = /[。！？；!?;\n]/
/** Days, times and numbers differ between two records of the same making. */
const numbers = /[0-9]+|[〇零一二三四五六七八九十百千两]+(?=[年月日号时点分名人票次个项])/g
const honorific = '同志'

/** What everybody writes: it says nothing about where a text comes from. Asked of `plain`. */
const setPhrases: readonly RegExp[] = [
  /^(本次|此次)?(会议|大会|活动|党课|支委会|党小组会).{0,2}由.{0,16}主持/,
  /应到.*实到|实到.*应到/,
  /赞成.*(反对|不赞成).*弃权/,
  /宣布.{0,2}(会议|大会|活动).{0,6}(开始|结束|闭会|散会)/,
  /(奏|唱)(中华人民共和国)?国歌|重温入党誓词|面向党旗/,
  /^(参加|出席|列席|缺席)(会议|活动)?(人员|人数)/,
  /^(经)?(会议|大会)?(讨论|表决|投票|举手|无记名|一致|的方式|采取|以|并)*(同意|通过).{0,10}(为)?(中共)?(预备党员|正式党员|按期转正)$/
]

/** The character units that are not compared: numbers, names and what is no letter. */
function leftOut(folded: string, names: readonly string[]): Uint8Array {
  const out = new Uint8Array(folded.length)
  for (const { index, 0: found } of folded.matchAll(numbers)) out.fill(1, index, index + found.length)
  for (const name of [...names, honorific])
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length))
      out.fill(1, at, at + name.length)
  return out
}

/** One sentence made ready. `names` are folded and not empty. */
export function sentenceOf(text: string, names: readonly string[]): Sentence {
  const folded = foldText(text)
  const out = leftOut(folded, names)
  const places: number[] = []
  for (let at = 0; at < folded.length; at += 1) if (out[at] === 0 && folded[at] !== ' ') places.push(at)
  return { text, plain: places.map((at) => folded[at]).join(''), places }
}

/** Names as they are looked for: folded, at least two characters, long ones first. */
export const foldedNames = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => foldText(name).trim()))]
    .filter((name) => name.length >= 2)
    .sort((a, b) => b.length - a.length)

/** The sentences of a text as written, without the marks that end them. */
export const splitSentences = (text: string): string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Whether likeness of the sentence says anything: it is long enough and no set phrase. */
export const tells = ({ plain }: Sentence, shortest: number): boolean =>
  plain.length >= shortest && !setPhrases.some((phrase) => phrase.test(plain))

/** The sentences of a record that can be alike with others. */
export function tellingSentences({ text, names }: ComparedText, shortest: number): Sentence[] {
  const folded = foldedNames(names)
  return splitSentences(text)
    .map((sentence) => sentenceOf(sentence, folded))
    .filter((sentence) => tells(sentence, shortest))
}
