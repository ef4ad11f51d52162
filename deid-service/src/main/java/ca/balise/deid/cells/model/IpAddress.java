package ca.balise.deid.cells.model;

/**
 * Address of a machine: IPv4 as four decimal numbers without leading zeros, or IPv6 in any of its text forms (RFC 4291, §2.2). A
 * prefix length or a zone is left out: with them it is not an address alone.
 */
final class IpAddress {

    private static final int GROUPS = 8;

    private IpAddress() {}

    static boolean matches(FieldText value) {
        return (value.marks() & FieldText.COLON) == 0
                ? value.letters() == 0 && hasThreeDots(value) && isVersion4(value.text())
                : isVersion6(value.text());
    }

    /** Most values with a dot are decimal numbers. */
    private static boolean hasThreeDots(FieldText value) {
        return value.length() - value.digits() == 3;
    }

    private static boolean isVersion4(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (!isByte(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isByte(String part) {
        if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < part.length(); i++) {
            char digit = part.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            number = 10 * number + digit - '0';
        }
        return number <= 255;
    }

    private static boolean isVersion6(String value) {
        int gap = value.indexOf("::");
        if (gap < 0) {
            return groups(value, true) == GROUPS;
        }
        String before = value.substring(0, gap);
        String after = value.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before, false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left >= 0 && right >= 0 && left + right < GROUPS;
    }

    /** Number of 16-bit groups in a list of them, the last two of which may be an IPv4 address; -1 if it is no such list. */
    private static int groups(String list, boolean mayEndInVersion4) {
        String[] parts = list.split(":", -1);
        int groups = 0;
        for (int i = 0; i < parts.length; i++) {
            if (isGroup(parts[i])) {
                groups++;
            } else if (mayEndInVersion4 && i == parts.length - 1 && isVersion4(parts[i])) {
                groups += 2;
            } else {
                return -1;
            }
        }
        return groups;
    }

    private static boolean isGroup(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (!isHexadecimal(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
