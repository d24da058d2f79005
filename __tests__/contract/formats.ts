/** The formats that GitHub's description names, as GitHub uses them. */
export const formats: Record<string, (text: string) => boolean> = {
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  // Some are described as addresses that are patterns of them, and the other way round.
  uri: (text) => URL.canParse(text.replace(/\{[^{}]*\}/g, '')) && !/\s/.test(text),
  'uri-template': (text) => URL.canParse(text.replace(/\{[^{}]*\}/g, '')) && !/\s/.test(text),
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
  'repo.nwo': (text) => /^[\w.-]+\/[\w.-]+$/.test(text),
};
