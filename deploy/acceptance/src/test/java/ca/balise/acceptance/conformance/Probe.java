package ca.balise.acceptance.conformance;

import java.util.List;

/**
 * What a check looks at: one operation, at one place.
 *
 * @param party where, and by whom; {@code null} for a check of the contract alone
 * @param contracts all there are, for what must hold across them
 */
record Probe(ApiOperation operation, Party party, Records records, List<Contract> contracts) {

    Contract contract() {
        return operation.contract();
    }

    /** A request that the contract promises to carry out. */
    Request valid() {
        return records.valid(operation);
    }

    Answer send(Request request) {
        return party.send(request);
    }
}
