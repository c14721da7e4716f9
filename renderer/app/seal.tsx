/** The product's mark: one character on vermilion, as a name seal. */
export function Seal({ size }: { size: number }) {
  return (
    <span
      className="seal"
      style={{ width: size, height: size, fontSize: size * 0.6, borderRadius: size / 9 }}
      aria-hidden
    >
      案
    </span>
  )
}
