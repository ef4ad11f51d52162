package ca.balise.edge.portal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that are served, by name, in memory (2 MiB). A name that is not in the list is not there: no path is ever looked up. Read
 * at start, so that a build without them does not start.
 */
@Startup
@ApplicationScoped
class PortalFiles {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "swagger-ui.css", STYLE,
            "swagger-ui-bundle.js", SCRIPT,
            "swagger-ui-standalone-preset.js", SCRIPT,
            "oauth2-redirect.html", "text/html;charset=UTF-8",
            "oauth2-redirect.js", SCRIPT,
            "start-swagger-ui.js", SCRIPT,
            "portal.css", STYLE,
            "balise.svg", "image/svg+xml");

    private final Map<String, Served> files = MEDIA_TYPES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> read(file.getKey(), file.getValue())));

    /**
     * A file.
     *
     * @param content not to be written to
     * @param hash changes with the content
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // Never compared; a copy for each answer would be what a cache is to spare.
    record Served(byte[] content, String mediaType, String hash) {}

    Optional<Served> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static Served read(String name, String mediaType) {
        try (InputStream file = PortalFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            byte[] content = file.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new Served(content, mediaType, HexFormat.of().formatHex(hash, 0, 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
