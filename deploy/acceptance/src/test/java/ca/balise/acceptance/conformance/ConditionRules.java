package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

/** Entity tags: nobody overwrites what he has not seen, and nobody is sent what he has (RFC 9110 §13). */
final class ConditionRules {

    private ConditionRules() {}

    static Outcome ifMatch(Probe probe) {
        ApiOperation operation = probe.operation();
        if (operation.cancelsJob()) {
            return notApplicable("it cancels work and changes no record");
        }
        if (!operation.changesRecord()
                && operation.parameter("header", "If-Match").isEmpty()) {
            return notApplicable("it changes no stored record");
        }
        var findings = new Findings();
        Made record = probe.records().subject(operation);
        Request request = probe.records().request(operation, record);
        String tag = probe.records().tag(operation, record, request.caller());
        findings.status("without If-Match", probe.send(request.without("If-Match")), 428);
        findings.status("with a stale If-Match", probe.send(request.with("If-Match", "\"stale\"")), 412);
        findings.status("with a weak tag, which never matches", probe.send(request.with("If-Match", "W/" + tag)), 412);
        if (findings.isSound()) {
            findings.require(
                    probe.records().tag(operation, record, request.caller()).equals(tag),
                    "a refused change changed the record");
            Answer changed = probe.send(request.with("If-Match", tag));
            findings.require(changed.isSuccess(), "with the right If-Match: " + changed.told());
            boolean differs = changed.has("ETag") && !changed.header("ETag").equals(tag);
            if (differs) {
                findings.status("with the tag of before the change", probe.send(request.with("If-Match", tag)), 412);
            }
        }
        return findings.outcome();
    }

    static Outcome ifNoneMatch(Probe probe) {
        ApiOperation operation = probe.operation();
        if (!operation.method().equals("GET") || !operation.readsRecord() && !operation.documentsHeader(200, "ETag")) {
            return notApplicable(operation.notStored().isEmpty() ? "it reads no stored record" : operation.notStored());
        }
        var findings = new Findings();
        Request request = probe.valid();
        Answer whole = probe.send(request);
        if (probe.records().nothingIsAt(operation) && whole.status() == 404) {
            return notApplicable("nothing is there yet, and no operation makes one");
        }
        if (findings.status("without If-None-Match", whole, 200)
                && findings.require(whole.has("ETag"), "the 200 has no ETag")) {
            String tag = whole.header("ETag");
            findings.require(tag.startsWith("\""), "the tag is not a strong one: " + tag);
            for (String known : java.util.List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                Answer answer = probe.send(request.with("If-None-Match", known));
                if (findings.status("with If-None-Match: " + known.replace(tag, "its tag"), answer, 304)) {
                    findings.require(answer.body().length == 0, "the 304 has a body");
                    findings.require(answer.header("ETag").equals(tag), "the 304 has not the tag");
                }
            }
            findings.status(
                    "with If-None-Match of another tag", probe.send(request.with("If-None-Match", "\"other\"")), 200);
        }
        return findings.outcome();
    }
}
