package ca.balise.edge.route.model;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One service behind the door.
 *
 * @param name what configuration calls it
 * @param prefix first segment of its paths, with its slash
 * @param host where it listens
 * @param port where it listens
 * @param secure whether it is spoken to over TLS
 * @param audience what a token must be issued for
 */
public record Route(String name, String prefix, String host, int port, boolean secure, String audience) {

    private static final Pattern PREFIX = Pattern.compile("/[a-z0-9]+(-[a-z0-9]+)*");

    /** Segments that are the door's own, or that would expose what the framework keeps for operators. */
    private static final Set<String> RESERVED = Set.of("/q", "/docs");

    /**
     * A route as configured.
     *
     * @throws IllegalArgumentException if the prefix is not one plain segment or is reserved, or if the address is more or less than
     *     a scheme, a host and a port
     */
    public static Route of(String name, String prefix, URI address, String audience) {
        if (!PREFIX.matcher(prefix).matches() || RESERVED.contains(prefix)) {
            throw new IllegalArgumentException("route " + name + ": the prefix " + prefix
                    + " must be one segment of lower-case letters, digits and hyphens, and none of " + RESERVED);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException(
                    "route " + name + ": without an audience any token of the realm would pass");
        }
        if (!isOrigin(address)) {
            throw new IllegalArgumentException(
                    "route " + name + ": the address " + address + " must be http(s)://host[:port] and nothing more");
        }
        boolean secure = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        return new Route(name, prefix, address.getHost(), port, secure, audience);
    }

    private static boolean isOrigin(URI address) {
        return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && Set.of("", "/").contains(address.getRawPath())
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }
}
