/** GitHub counts characters, where JavaScript counts some of them twice. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && [...text].length > most;
}
