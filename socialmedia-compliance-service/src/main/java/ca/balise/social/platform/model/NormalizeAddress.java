package ca.balise.social.platform.model;

import ca.balise.social.platform.model.AccountAddress.Elsewhere;
import ca.balise.social.platform.model.AccountAddress.Recognized;
import ca.balise.social.platform.model.AccountAddress.Refused;
import ca.balise.social.platform.model.AddressRules.Form;
import ca.balise.social.platform.model.AddressRules.PlatformRule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes every address of the same account in the same way, and refuses what only looks like one. Normalising what was normalised
 * changes nothing. A host is compared whole, never by how it begins or ends: {@code facebook.com.evil.example} is not Facebook's.
 *
 * <p>Read by hand and not by {@link java.net.URI}: the addresses of real lists hold letters that RFC 3986 wants encoded, and what is
 * dangerous about an address is mostly what a lenient parser makes of it.
 */
public final class NormalizeAddress {

    /** Browsers take more; no account's address has a tenth of it. */
    public static final int LONGEST = 2_048;

    private static final Pattern SCHEME =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}(?:-[a-z]{2})?");

    /** RFC 3986 §3.3 pchar, but the percent sign. */
    private static final String PLAIN_IN_PATH = "-._~!$&'()*+,;=:@";

    private final AddressRules rules;
    private final Map<String, PlatformRule> byHost;

    public NormalizeAddress(AddressRules rules) {
        this.rules = rules;
        this.byHost = rules.byHost();
    }

    /** An address refused, on the way out. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient AddressFault why;

        Fault(AddressFault why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /** What the text is. */
    public AccountAddress normalize(@Nullable String given) {
        try {
            AccountAddress address = read(given == null ? "" : given.strip());
            return address instanceof Recognized account ? stable(account) : address;
        } catch (Fault fault) {
            return new Refused(fault.why);
        }
    }

    /** A handle of which folding leaves too little, or a reserved word, is none: its address would not be read again. */
    private Recognized stable(Recognized account) {
        if (read(account.url()) instanceof Recognized again && again.url().equals(account.url())) {
            return account;
        }
        throw new Fault(AddressFault.NOT_AN_ACCOUNT);
    }

    private AccountAddress read(String text) {
        requireText(text);
        var scheme = SCHEME.matcher(text);
        boolean named = scheme.matches() && !PORT.matcher(scheme.group("rest")).matches();
        String protocol = named ? scheme.group("scheme").toLowerCase(Locale.ROOT) : "https";
        if (!protocol.equals("https") && !protocol.equals("http")) {
            throw new Fault(AddressFault.NOT_WEB);
        }
        String rest = named ? scheme.group("rest") : text;
        if (named && !rest.startsWith("//")) {
            throw new Fault(AddressFault.HOST);
        }
        String behind = rest.startsWith("//") ? rest.substring(2) : rest;
        int end = endOfAuthority(behind);
        String host = host(behind.substring(0, end), protocol);
        String target = behind.substring(end);
        int fragment = target.indexOf('#');
        String local = fragment < 0 ? target : target.substring(0, fragment);
        int question = local.indexOf('?');
        List<String> path = path(question < 0 ? local : local.substring(0, question));
        List<String> query = question < 0 ? List.of() : parameters(local.substring(question + 1));
        PlatformRule platform = platformOf(host);
        return platform == null
                ? elsewhere(host, path, query, !named)
                : recognized(platform, host, path, query, !named);
    }

    private static void requireText(String text) {
        if (text.isEmpty()) {
            throw new Fault(AddressFault.EMPTY);
        }
        if (text.length() > LONGEST) {
            throw new Fault(AddressFault.TOO_LONG);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)
                || text.codePoints().anyMatch(NormalizeAddress::isForbidden)) {
            throw new Fault(AddressFault.FORBIDDEN_CHARACTER);
        }
    }

    /** Also what is not seen, by which one address is made to look like another. */
    private static boolean isForbidden(int c) {
        return c == '\\'
                || c == '<'
                || c == '>'
                || c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static int endOfAuthority(String behind) {
        for (int i = 0; i < behind.length(); i++) {
            if ("/?#".indexOf(behind.charAt(i)) >= 0) {
                return i;
            }
        }
        return behind.length();
    }

    private static String host(String authority, String protocol) {
        if (authority.indexOf('@') >= 0) {
            throw new Fault(AddressFault.CREDENTIALS);
        }
        if (authority.startsWith("[")) {
            throw new Fault(AddressFault.HOST);
        }
        int colon = authority.indexOf(':');
        String host = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (!port.isEmpty() && !port.equals(protocol.equals("https") ? "443" : "80")) {
            throw new Fault(AddressFault.PORT);
        }
        String rooted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (rooted.chars().anyMatch(c -> c > 0x7e)
                || Arrays.stream(rooted.split("\\.", -1)).anyMatch(label -> label.startsWith("xn--"))) {
            throw new Fault(AddressFault.LOOKALIKE_HOST);
        }
        if (!HOST.matcher(rooted).matches()) {
            throw new Fault(AddressFault.HOST);
        }
        return rooted;
    }

    /** The decoded segments, without empty ones. */
    private static List<String> path(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/", -1)) {
            String segment = decoded(raw);
            if (segment.equals(".") || segment.equals("..")) {
                throw new Fault(AddressFault.DOT_SEGMENT);
            }
            if (segment.chars().anyMatch(c -> "/?#%".indexOf(c) >= 0)) {
                throw new Fault(AddressFault.MALFORMED_ENCODING);
            }
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Each {@code name=value}, decoded, in the order given. */
    private static List<String> parameters(String query) {
        List<String> parameters = new ArrayList<>();
        for (String raw : query.split("&", -1)) {
            if (!raw.isEmpty()) {
                parameters.add(decoded(raw));
            }
        }
        return parameters;
    }

    /** Percent-decoded once, in the composed form of its letters. */
    private static String decoded(String raw) {
        byte[] octets = new byte[raw.length() * 4];
        int length = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            if (c == '%') {
                int high = i + 1 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || raw.charAt(i + 1) > 0x7f || raw.charAt(i + 2) > 0x7f) {
                    throw new Fault(AddressFault.MALFORMED_ENCODING);
                }
                octets[length++] = (byte) (high * 16 + low);
                i += 3;
            } else {
                byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, octets, length, utf8.length);
                length += utf8.length;
                i += Character.charCount(c);
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Fault(AddressFault.MALFORMED_ENCODING);
        }
        if (text.codePoints().anyMatch(NormalizeAddress::isForbidden)) {
            throw new Fault(AddressFault.FORBIDDEN_CHARACTER);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private @Nullable PlatformRule platformOf(String host) {
        PlatformRule itself = byHost.get(host);
        if (itself != null) {
            return itself;
        }
        int dot = host.indexOf('.');
        String before = host.substring(0, dot);
        PlatformRule behind = byHost.get(host.substring(dot + 1));
        boolean leadsThere = behind != null
                && (rules.subdomains().contains(before)
                        || behind.subdomains().contains(before)
                        || (behind.countries() && COUNTRY.matcher(before).matches()));
        return leadsThere ? behind : null;
    }

    private AccountAddress recognized(
            PlatformRule platform, String host, List<String> path, List<String> query, boolean schemeAdded) {
        String plain = String.join("/", path);
        List<String> locals = Stream.concat(
                        query.stream()
                                .filter(parameter -> platform.parameters().contains(nameOf(parameter)))
                                .map(parameter -> plain + "?" + parameter),
                        Stream.of(plain))
                .toList();
        for (Form form : platform.forms()) {
            for (String local : locals) {
                Matcher found = form.path().matcher(local);
                // What may stand behind an account's own part goes a segment at a time, from the end.
                for (int end = local.length(); end > 0; end = local.lastIndexOf('/', end - 1)) {
                    if (found.region(0, end).matches() && mayFollow(platform, form, local.substring(end))) {
                        return account(platform, host, form, found, schemeAdded);
                    }
                }
            }
        }
        throw new Fault(AddressFault.NOT_AN_ACCOUNT);
    }

    private static boolean mayFollow(PlatformRule platform, Form form, String behind) {
        return behind.isEmpty()
                || form.anythingFollows()
                || Arrays.stream(behind.substring(1).split("/", -1))
                        .allMatch(segment -> platform.tabs().contains(segment.toLowerCase(Locale.ROOT)));
    }

    private static Recognized account(
            PlatformRule platform, String host, Form form, Matcher found, boolean schemeAdded) {
        String group = form.findsId() ? "id" : "handle";
        String written = found.group(group);
        String folded = Normalizer.normalize(form.fold().apply(written), Normalizer.Form.NFC);
        boolean reserved = form.as().equals("{handle}")
                && (platform.reserved().contains(folded)
                        || platform.reserved().contains(written.toLowerCase(Locale.ROOT)));
        if (folded.isEmpty() || reserved) {
            throw new Fault(AddressFault.NOT_AN_ACCOUNT);
        }
        String canonical = platform.canonical() == null ? host : platform.canonical();
        String url = "https://" + canonical + "/" + form.as().replace("{" + group + "}", encoded(folded));
        return form.findsId()
                ? new Recognized(platform.code(), url, null, folded, schemeAdded)
                : new Recognized(platform.code(), url, written, null, schemeAdded);
    }

    private AccountAddress elsewhere(String host, List<String> path, List<String> query, boolean schemeAdded) {
        StringBuilder url = new StringBuilder("https://").append(host);
        path.forEach(segment -> url.append('/').append(encoded(segment)));
        if (path.isEmpty()) {
            url.append('/');
        }
        char before = '?';
        for (String parameter : query) {
            String name = nameOf(parameter);
            if (!rules.tracking().contains(name)
                    && rules.trackingPrefixes().stream().noneMatch(name::startsWith)) {
                url.append(before).append(encoded(parameter).replace("&", "%26"));
                before = '&';
            }
        }
        return new Elsewhere(url.toString(), schemeAdded);
    }

    private static String nameOf(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN_IN_PATH.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
