/** How mail programs begin what they quote: `On Mon, Jan 5, 2026 at 8:00 AM Octo <octo@example.org> wrote:`. */
const attributions = [
  /^On\b.{0,300}\bwrote:$/,
  /^Am\b.{0,300}\bschrieb\b.{0,200}:$/,
  /^Le\b.{0,300}\ba écrit\s*:$/,
  /^El\b.{0,300}\bescribió:$/,
  /^Em\b.{0,300}\bescreveu:$/,
  /^Il\b.{0,300}\bha scritto:$/,
  /^Op\b.{0,300}\bschreef\b.{0,200}:$/,
  /^在.{0,300}写道[：:]$/,
];

const separators = [
  /^-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine)\s*-{2,}$/i,
  /^Reply to this email directly\b/,
];

/** The first line of the block that Outlook puts above what it quotes, and what its next line begins with. */
const [header, secondHeader] = [/^\*?From:\*?\s/, /^\*?(?:Sent|Date|To):\*?\s/];

/** What a line must begin with to be worth a look. */
const worthALook = /^(?:On|Am|Le|El|Em|Il|Op|在|--|Reply|\*?From:)/;

/** A long attribution is broken into lines. */
const mostLines = 3;

/**
 * Whether all from this line on is what a mail program added: the message that was answered, or a signature. Where
 * the quoted message bears `>` marks, only these are the quote, and what stands below it is the writer's.
 * Source: RFC 3676, 4.3, for the signature; the others are what mail programs write.
 */
export function isMailFromHere(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (!worthALook.test(line)) return false;
  if (line === '-- ') return true;
  const text = line.trim();
  if (separators.some((pattern) => pattern.test(text))) return true;
  if (header.test(text)) return secondHeader.test((lines[index + 1] ?? '').trim());
  return isAttribution(lines, index);
}

function isAttribution(lines: string[], index: number): boolean {
  let text = '';
  for (let next = index; next < index + mostLines; next++) {
    const line = lines[next]?.trim() ?? '';
    if (line === '') return false;
    text = next === index ? line : `${text} ${line}`;
    if (attributions.some((pattern) => pattern.test(text))) return !isMarked(lines, next + 1);
  }
  return false;
}

function isMarked(lines: string[], from: number): boolean {
  const next = lines.slice(from, from + mostLines).find((line) => line.trim() !== '');
  return next?.startsWith('>') ?? false;
}
