package ca.balise.kit.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every service answers before any operation of it is reached, in one table that each service runs.
 *
 * @param root what its paths begin with, for example {@code /deid}
 * @param good a token that opens the door, whatever its roles
 * @param readable a path with a {@code GET} that the token may ask for, there or not
 * @param collections its collections, none of which can be deleted
 * @param absent paths of records that nobody has
 */
public record GuardTable(String root, TestTokens good, String readable, List<String> collections, List<String> absent) {

    /** Every row. */
    public Stream<Knock> knocks() {
        return Stream.of(withoutToken(), withHostileTokens(), withAGoodToken()).flatMap(rows -> rows);
    }

    /** Nobody learns without a token which paths exist. */
    private Stream<Knock> withoutToken() {
        Stream<String> real = collections.stream().flatMap(path -> Stream.of(path, path + "/1"));
        return Stream.concat(real, Stream.of(invented(), root + "/v1", root + "/v1/"))
                .map(path -> new Knock(
                        "without a token",
                        null,
                        "GET",
                        path,
                        Map.of(),
                        401,
                        "UNAUTHENTICATED",
                        Map.of("WWW-Authenticate", "Bearer")));
    }

    private Stream<Knock> withHostileTokens() {
        return Arrays.stream(HostileToken.values())
                .flatMap(hostile -> Stream.of(readable, invented())
                        .map(path -> new Knock(
                                hostile.name(),
                                hostile.of(good),
                                "GET",
                                path,
                                Map.of(),
                                401,
                                "UNAUTHENTICATED",
                                Map.of())));
    }

    private Stream<Knock> withAGoodToken() {
        Stream<Knock> known = Stream.of(
                known("invented", "GET", invented(), Map.of(), 404, "NOT_FOUND", Map.of()),
                known(
                        "in French",
                        "GET",
                        invented(),
                        Map.of("Accept-Language", "fr-CA"),
                        404,
                        "NOT_FOUND",
                        Map.of("Content-Language", "fr")),
                known(
                        "with a mistyped parameter",
                        "GET",
                        readable + "?colour=blue",
                        Map.of(),
                        400,
                        "UNKNOWN_PARAMETER",
                        Map.of()),
                known("as a picture", "GET", readable, Map.of("Accept", "image/png"), 406, "NOT_ACCEPTABLE", Map.of()));
        Stream<Knock> deletions = collections.stream()
                .map(path -> known("no deletion", "DELETE", path, Map.of(), 405, "METHOD_NOT_ALLOWED", Map.of()));
        Stream<Knock> absences =
                absent.stream().map(path -> known("absent", "GET", path, Map.of(), 404, "NOT_FOUND", Map.of()));
        return Stream.of(known, deletions, absences).flatMap(rows -> rows);
    }

    private Knock known(
            String what,
            String method,
            String path,
            Map<String, String> headers,
            int status,
            String code,
            Map<String, String> answered) {
        return new Knock(what, good.sign(), method, path, headers, status, code, answered);
    }

    private String invented() {
        return root + "/v1/no-such-thing";
    }
}
