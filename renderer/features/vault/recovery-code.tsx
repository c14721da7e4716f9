/** The eight groups in four numbered boxes; the check symbol stands behind the last. */
export function recoveryBoxes(code: string): string[] {
  const groups = code.split('-')
  return [0, 1, 2, 3].map((box) => groups.slice(box * 2, box === 3 ? undefined : box * 2 + 2).join('-'))
}

export function RecoveryCode({ code }: { code: string }) {
  return (
    <div className="code-groups" data-testid="recovery-code">
      {recoveryBoxes(code).map((box, index) => (
        <span key={box} style={{ display: 'contents' }}>
          <span className="quiet">{index + 1}</span>
          <span className="code-group">{box}</span>
        </span>
      ))}
    </div>
  )
}
