interface Window {
  /** Only in the desktop shell: what the preload offers. */
  desktop?: {
    onMenuCommand(listener: (name: string) => void): () => void
    copied(text: string): void
    protect(on: boolean): void
  }
}
