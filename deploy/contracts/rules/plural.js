/**
 * Whether each noun of a path is a plural. English has no test for that but its "s"; what has no plural is listed.
 *
 * Options: uncountable, the nouns that are as they are.
 */
export default function plural(path, { uncountable }) {
  return String(path)
    .split('/')
    .slice(3)
    .filter((noun) => !noun.startsWith('{') && !uncountable.includes(noun))
    .filter((noun) => !noun.endsWith('s') || noun.endsWith('ss'))
    .map((noun) => ({ message: `"${noun}" is no plural` }));
}
