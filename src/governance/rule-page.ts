/** Where people find the project. */
export const projectPage = 'https://github.com/remit-bot/remit';

/** @returns the address of a rule's reference page, which `npm run generate` writes. */
export const rulePage = (id: string): string => `${projectPage}/blob/main/docs/reference/rules/${id}.md`;
