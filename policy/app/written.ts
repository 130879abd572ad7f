/** Something that is seen: neither blank nor a character that has no width. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** What somebody wrote, without the blanks around it; empty where nothing of it is seen. */
export const written = (text: string): string => (SEEN.test(text) ? text.trim() : '');
