package ca.balise.kit.store.audit;

/**
 * A place in the chain of events.
 *
 * @param sequence the number of an event; zero before the first
 * @param hash its hash, 64 lower-case hexadecimal digits; all zero before the first
 */
public record Link(long sequence, String hash) {}
