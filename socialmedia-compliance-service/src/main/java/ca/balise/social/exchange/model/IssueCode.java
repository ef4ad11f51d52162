package ca.balise.social.exchange.model;

/** What there is to say of a row of a list. Stable; the texts stand in the bundles of {@code ImportReport}. */
public enum IssueCode {
    /** The table lacks a column that it needs, or the row lacks a field for one. */
    MISSING_COLUMN,
    /** A column that we do not know; it is not read. */
    UNKNOWN_COLUMN,
    /** The row has more fields than the table has columns. */
    EXTRA_FIELD,
    /** A field that must not be empty is. */
    MISSING_VALUE,
    /** A field is longer than anything that belongs there. */
    TOO_LONG,
    /** A field holds control characters or none at all of the letters that a name has. */
    NOT_PLAIN_TEXT,

    /** The number of the organization is none. */
    INVALID_ORGANIZATION_NUMBER,
    /** The same number in an earlier row. */
    DUPLICATE_ORGANIZATION_NUMBER,
    /** No schedule of the Act is called so. */
    INVALID_SCHEDULE,
    /** The list says that the organization is no more. */
    DISSOLVED,

    /** The name names one department, the number another, or a body that the name does not resemble. */
    ORGANIZATION_NAME_ID_MISMATCH,
    /** No department, or more than one, is called so, and the number names none. */
    UNKNOWN_ORGANIZATION,
    /** The name names a department, and no department has the number. */
    UNKNOWN_ORGANIZATION_NUMBER,
    /** The department was found under a name that is none of its own. */
    ORGANIZATION_NAME_VARIANT,

    /** No platform is called so. */
    UNKNOWN_PLATFORM,
    /** The name of the platform has a slip of the keys. */
    PLATFORM_NAME_VARIANT,
    /** The address is an account's on another platform. */
    PLATFORM_URL_MISMATCH,
    /** The address is none of an account. */
    INVALID_URL,
    /** The address lacked its scheme; https was put there. */
    URL_SCHEME_ADDED,
    /** The same account in an earlier row. */
    DUPLICATE_URL,
    /** The language is none of the three that an account has. */
    UNKNOWN_LANGUAGE,
    /** The date is none. */
    INVALID_DATE,
    /** The Wikidata item is none. */
    INVALID_WIKIDATA_ITEM,

    /** The account has another address than in the last list, by its name, platform, language and department. */
    HANDLE_RENAMED,
    /** What was imported was changed by hand since, and stays as it was changed. */
    KEPT_AS_EDITED,
    /** The account is closed here. */
    CLOSED_ACCOUNT
}
