package ca.balise.kit.testing;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that is written by a template, as a test looks at it. */
public final class ReadablePage {

    private static final Pattern HEADING = Pattern.compile("<h([1-6])");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("aria-labelledby=\"([^\"]*)\"");

    private ReadablePage() {}

    /**
     * Asserts landmarks, one first heading, no heading left out, ids once each, every reference to one there, named sections, scoped
     * heads of tables, and no expression left over from the template. That a browser finds no more is for other tests.
     */
    public static void assertAccessible(String page, String language) {
        for (String part : Set.of(
                "<html lang=\"" + language + "\">", "<header", "<main", "<footer", "class=\"skip\"", "<title>")) {
            require(page.contains(part), "no " + part);
        }
        require(count(page, "<h1>") == 1, "not one first heading");
        int last = 0;
        Matcher heading = HEADING.matcher(page);
        while (heading.find()) {
            int level = Integer.parseInt(heading.group(1));
            require(level <= last + 1, "a heading of level " + level + " under one of level " + last);
            last = level;
        }
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(page);
        while (id.find()) {
            require(ids.add(id.group(1)), "twice the id " + id.group(1));
        }
        Matcher reference = REFERENCE.matcher(page);
        while (reference.find()) {
            require(ids.contains(reference.group(1)), "nothing is called " + reference.group(1));
        }
        require(count(page, "<section") == count(page, "<section aria-labelledby"), "a section without a name");
        require(count(page, "<th") == count(page, "<th scope") + count(page, "<thead"), "a head without scope");
        String text = page.replaceAll("(?s)<style>.*</style>", "");
        require(
                !text.contains("{") && !text.contains("null") && !text.contains("NOT_FOUND"),
                "a template shows through");
    }

    /** How often a part stands in a page. */
    public static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new AssertionError(otherwise);
        }
    }
}
