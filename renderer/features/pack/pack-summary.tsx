import { countsOf, type PackView, shareOf } from './pack-words.ts'

/** How far the pack is: papers there, papers missing; one bar where both are of the same organisation. */
export function PackSummary({ pack, hasBranch }: { pack: PackView; hasBranch: boolean }) {
  const counts = countsOf(pack)
  const isOfMany = pack.parts.length > 0
  return (
    <section className="card pack-summary" aria-label="材料齐到哪里">
      <span>
        {isOfMany ? '本级 ' : ''}
        <strong className="pack-figure">{counts.there}</strong> 件在
      </span>
      {isOfMany ? null : (
        <span className="pack-bar" aria-hidden>
          <i style={{ width: `${shareOf(counts)}%` }} />
        </span>
      )}
      <span className={counts.missing === 0 ? 'good' : 'pack-lacks'}>
        {counts.missing === 0 ? '没有缺件' : `${isOfMany ? '各级共' : ''}缺 ${counts.missing} 件`}
      </span>
      <span className="note">
        {counts.missing === 0
          ? hasBranch
            ? '清单上要的材料都有了。'
            : '还没有党支部，下面只有本级的材料。'
          : '缺着也能先生成，缺件清单会写上缺什么、谁来补。'}
      </span>
    </section>
  )
}
