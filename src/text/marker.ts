/** Whether a comment of ours still has the hidden mark that Remit writes into each of its comments. */
export const hasMarker = (body: string): boolean => body.includes('<!-- remit:');
