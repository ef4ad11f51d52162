package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Collections are read in pages that neither repeat nor forget. */
final class PageRules {

    /** Steps of one record; a collection that is longer is walked to its end in larger ones, from where these ended. */
    private static final int SINGLE_STEPS = 30;

    /** Fewer would have no second page of which to see whether it follows the first. */
    private static final int WORTH_WALKING = 3;

    private PageRules() {}

    static Outcome walk(Probe probe) {
        if (!probe.operation().lists()) {
            return notApplicable("it lists nothing");
        }
        Request request = stocked(probe);
        List<String> expected =
                Pages.all(probe.party(), probe.operation(), request).keys();
        Pages single = Pages.walk(probe.party(), request.asking("limit", "1"), SINGLE_STEPS);
        List<String> met = new ArrayList<>(single.keys());
        if (single.next() != null) {
            met.addAll(Pages.all(probe.party(), probe.operation(), request.at(single.next()))
                    .keys());
        }
        var findings = new Findings();
        findings.require(new HashSet<>(met).size() == met.size(), "a walk in pages of one meets a record twice");
        List<String> forgotten = new ArrayList<>(expected);
        forgotten.removeAll(new HashSet<>(met));
        findings.require(forgotten.isEmpty(), "a walk in pages of one forgets " + forgotten.size() + " records");
        findings.require(single.keys().size() <= SINGLE_STEPS, "a page of one has more than one record");
        if (expected.size() < 2) {
            findings.note("the collection has " + expected.size() + " records");
        }
        return findings.outcome();
    }

    /** A request for a collection that has something to page through, if an operation can make it. */
    private static Request stocked(Probe probe) {
        Request request = probe.valid();
        Optional<ApiOperation> creating =
                probe.contract().operation("POST", probe.operation().path()).filter(ApiOperation::creates);
        int present = Pages.walk(probe.party(), request.asking("limit", String.valueOf(WORTH_WALKING)), 1)
                .keys()
                .size();
        if (creating.isPresent() && probe.operation().subject() == null) {
            for (int missing = WORTH_WALKING - present; missing > 0; missing--) {
                Answer made = probe.send(probe.records().valid(creating.get()));
                if (!made.isSuccess()) {
                    throw new Untriable("no record to page through: " + creating.get() + ": " + made.told());
                }
            }
        }
        return request;
    }

    static Outcome limits(Probe probe) {
        if (!probe.operation().lists()) {
            return notApplicable("it lists nothing");
        }
        int most = probe.operation().mostItems();
        var findings = new Findings();
        Request request = probe.valid();
        for (String wrong : List.of("0", "-1", String.valueOf(most + 1), "abc", "1.5", "99999999999999999999")) {
            Answer answer = probe.send(request.asking("limit", wrong));
            if (findings.status("limit=" + wrong, answer, 400)) {
                findings.require(answer.accuses("limit"), "limit=" + wrong + ": the 400 does not name limit");
            }
        }
        for (int right : new int[] {1, most}) {
            Answer answer = probe.send(request.asking("limit", String.valueOf(right)));
            findings.status("limit=" + right, answer, 200);
            findings.require(answer.json().path("items").size() <= right, "limit=" + right + " gives more");
        }
        return findings.outcome();
    }

    static Outcome foreignCursor(Probe probe) {
        if (!probe.operation().lists()) {
            return notApplicable("it lists nothing");
        }
        var findings = new Findings();
        Request request = probe.valid();
        List<String> cursors = new ArrayList<>(List.of(
                Refusals.VALUE,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("elsewhere:1".getBytes(StandardCharsets.UTF_8))));
        Optional<String> other = cursorOfAnother(probe);
        other.ifPresentOrElse(
                cursors::add, () -> findings.note("no other collection had a cursor to give, so two were invented"));
        for (String cursor : cursors) {
            Answer answer = probe.send(request.asking("after", cursor));
            if (findings.status("with a cursor of another collection", answer, 400)) {
                findings.require(answer.accuses("after"), "the 400 does not name after: " + answer.told());
            }
        }
        return findings.outcome();
    }

    private static Optional<String> cursorOfAnother(Probe probe) {
        return probe.contract().operations().stream()
                .filter(other -> other.lists()
                        && other.subject() == null
                        && !other.path().equals(probe.operation().path()))
                .flatMap(other ->
                        Pages.link(probe.send(probe.records().valid(other).asking("limit", "1"))).stream())
                .filter(link -> link.contains("after="))
                .map(link -> link.replaceAll(".*[?&]after=([^&]*).*", "$1"))
                .map(cursor -> java.net.URLDecoder.decode(cursor, StandardCharsets.UTF_8))
                .findFirst();
    }

    static Outcome link(Probe probe) {
        if (!probe.operation().lists()) {
            return notApplicable("it lists nothing");
        }
        Request request = stocked(probe).asking("limit", "1");
        Optional<String> link = Pages.link(probe.send(request));
        if (link.isEmpty()) {
            boolean more =
                    Pages.all(probe.party(), probe.operation(), request).keys().size() > 1;
            return more
                    ? new Outcome.Failed("there is more, and no Link with rel=\"next\"")
                    : notApplicable("the collection has no second page");
        }
        var findings = new Findings();
        findings.require(
                link.get().startsWith("/") && !link.get().startsWith("//")
                        || link.get().startsWith("?"),
                "the link is not relative, so it is not true behind the door: " + link.get());
        Answer next = probe.send(request.at(Pages.resolved(request, link.get())));
        findings.status("GET of the link", next, 200);
        return findings.outcome();
    }
}
