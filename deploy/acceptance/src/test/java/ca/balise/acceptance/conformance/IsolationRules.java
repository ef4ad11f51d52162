package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import java.util.List;
import java.util.Optional;

/** One institution's records are not there for another's people, whatever their role. */
final class IsolationRules {

    private IsolationRules() {}

    static Outcome foreignInstitution(Probe probe) {
        ApiOperation operation = probe.operation();
        if (operation.isPublic()) {
            return notApplicable("it is open to everyone");
        }
        if (operation.isShared()) {
            return notApplicable("the contract says that its records are nobody's own (x-shared)");
        }
        if (operation.subject() != null) {
            return record(probe);
        }
        return operation.lists() ? list(probe) : notApplicable("it is about no record that is there before it");
    }

    private static Outcome record(Probe probe) {
        ApiOperation operation = probe.operation();
        Made record = probe.records().subject(operation);
        List<Caller> strangers = probe.party().strangers(operation, record.institution());
        Optional<Outcome> open = open(record, strangers);
        if (open.isPresent()) {
            return open.get();
        }
        Request owners = probe.records().request(operation, record);
        var findings = new Findings();
        for (Caller stranger : strangers) {
            findings.status(
                    "by " + stranger + " of " + stranger.institution() + ", of a record of " + record.institution(),
                    probe.send(owners.by(stranger)),
                    404);
        }
        Optional<ApiOperation> read = probe.contract().operation("GET", operation.subject());
        if (read.isPresent()) {
            Answer after = probe.send(probe.records().request(read.get(), record));
            findings.status("afterwards, to its own institution", after, 200);
            findings.require(
                    !owners.headers().containsKey("If-Match")
                            || after.header("ETag").equals(owners.headers().get("If-Match")),
                    "a stranger’s request changed the record");
        }
        return findings.outcome();
    }

    private static Optional<Outcome> open(Made record, List<Caller> strangers) {
        if (record.institution() == null) {
            return Optional.of(notApplicable(
                    "its record is nobody’s own: it names no institution, nor did somebody of one make it"));
        }
        return strangers.isEmpty()
                ? Optional.of(notApplicable(
                        "nobody of another institution than " + record.institution() + " has a right role"))
                : Optional.empty();
    }

    private static Outcome list(Probe probe) {
        ApiOperation list = probe.operation();
        Optional<ApiOperation> read = probe.contract().operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && operation.subject() != null
                        && operation.subject().equals(operation.path())
                        && operation
                                .path()
                                .substring(0, operation.path().lastIndexOf('/'))
                                .equals(list.path()))
                .findFirst();
        boolean made = probe.contract()
                .operation("POST", list.path())
                .filter(ApiOperation::creates)
                .isPresent();
        if (read.isEmpty() || !made) {
            return notApplicable("no operation makes a record of this list");
        }
        Made record = probe.records().subject(read.get());
        List<Caller> strangers = probe.party().strangers(list, record.institution());
        Optional<Outcome> open = open(record, strangers);
        if (open.isPresent()) {
            return open.get();
        }
        var findings = new Findings();
        Request owners = probe.records().request(list, record);
        findings.require(
                Pages.all(probe.party(), list, owners).keys().contains(record.id()),
                "a record of " + record.institution() + " is not in its own list");
        for (Caller stranger : strangers) {
            findings.require(
                    !Pages.all(probe.party(), list, owners.by(stranger)).keys().contains(record.id()),
                    "a record of " + record.institution() + " is in the list of " + stranger + " of "
                            + stranger.institution());
        }
        return findings.outcome();
    }
}
