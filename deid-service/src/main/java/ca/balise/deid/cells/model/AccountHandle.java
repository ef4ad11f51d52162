package ca.balise.deid.cells.model;

/**
 * Account of a person on a platform: a name after an at sign (@name, or @name@host as on the fediverse), or the address of a profile on
 * one of the large platforms. A bare word is told where the column's name says so.
 */
final class AccountHandle {

    private static final int LONGEST_NAME = 64;

    /** What comes before the name in the address of a profile, without {@code www.} and the like. */
    private static final String[] PROFILES = {
        "facebook.com/",
        "x.com/",
        "twitter.com/",
        "instagram.com/",
        "linkedin.com/in/",
        "tiktok.com/@",
        "youtube.com/@",
        "youtube.com/user/",
        "youtube.com/c/",
        "youtube.com/channel/",
        "threads.net/@",
        "threads.com/@",
        "bsky.app/profile/",
        "mastodon.social/@",
        "snapchat.com/add/",
        "pinterest.com/",
        "pinterest.ca/",
        "reddit.com/u/",
        "reddit.com/user/",
        "github.com/",
        "medium.com/@",
        "t.me/",
        "twitch.tv/",
        "flickr.com/people/",
        "flickr.com/photos/"
    };

    private static final String[] SUBDOMAINS = {"www.", "m.", "fr.", "en.", "ca.", "fr-ca.", "mobile."};

    private AccountHandle() {}

    static boolean matches(FieldText value) {
        return value.at(0) == '@' ? isHandle(value) : isProfile(value);
    }

    /** One word of the characters that platforms allow. */
    static boolean isWritten(FieldText value) {
        return matches(value) || (value.letters() > 0 && endOfName(value, 0) == value.length());
    }

    private static boolean isHandle(FieldText value) {
        int end = endOfName(value, 1);
        if (value.letters() == 0 || end < 2) {
            return false;
        }
        int host = end + 1;
        return end == value.length()
                || (value.at(end) == '@'
                        && value.letters() > 1
                        && endOfName(value, host) == value.length()
                        && value.text().indexOf('.', host) > host);
    }

    private static boolean isProfile(FieldText value) {
        int host = WebAddress.start(value);
        for (String subdomain : SUBDOMAINS) {
            if (WebAddress.startsWith(value, host, subdomain)) {
                host += subdomain.length();
                break;
            }
        }
        for (String profile : PROFILES) {
            if (value.at(host) == profile.charAt(0) && WebAddress.startsWith(value, host, profile)) {
                int name = host + profile.length();
                int end = endOfName(value, name);
                return end > name && isEnd(value, end);
            }
        }
        return false;
    }

    /** The end of the value, with or without a slash, or a query: not the address of something on the profile. */
    private static boolean isEnd(FieldText value, int end) {
        return end == value.length()
                || (value.at(end) == '/' && end + 1 == value.length())
                || value.at(end) == '?'
                || (value.at(end) == '/' && value.at(end + 1) == '?');
    }

    /** Where a name from a place ends: after the last character that can be in one. */
    private static int endOfName(FieldText value, int from) {
        int end = from;
        while (end < value.length() && end - from < LONGEST_NAME && isOfName(value, end)) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(FieldText value, int place) {
        char c = value.at(place);
        return value.isLetter(place) || value.isDigit(place) || c == '_' || c == '.' || c == '-' || c >= 0x80;
    }
}
