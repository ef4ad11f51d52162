package ca.balise.social.platform.model;

/** Why a text is not the address of an account. What is no web address at all is told apart from what leads nowhere of interest. */
public enum AddressFault {
    /** Nothing there. */
    EMPTY,
    /** Longer than any account's. */
    TOO_LONG,
    /** Spaces, control characters, backslashes, or characters that are none. */
    FORBIDDEN_CHARACTER,
    /** Not http or https: {@code javascript:}, {@code data:}, {@code mailto:}. */
    NOT_WEB,
    /** Somebody's name before the host, by which one host is made to look like another. */
    CREDENTIALS,
    /** A port that is not the scheme's own. */
    PORT,
    /** No host, or none that the domain name system could hold. */
    HOST,
    /** A host in letters beyond ASCII, or their {@code xn--} writing. No platform has one; many look like one that has. */
    LOOKALIKE_HOST,
    /** A percent sign that begins nothing, octets that are no UTF-8, or a separator in disguise. */
    MALFORMED_ENCODING,
    /** A path that goes up. */
    DOT_SEGMENT,
    /** A platform's host, but a post, a search, or a page of the platform's own. */
    NOT_AN_ACCOUNT
}
