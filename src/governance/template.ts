/** Whether a heading names the template that new groups are made from, rather than a group. */
export function isTemplateName(text: string): boolean {
  return /^[([<{].*\btemplate\b.*[)\]>}]$/i.test(text.trim()) || /^(working )?group template$/i.test(text.trim());
}
