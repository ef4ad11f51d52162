package ca.balise.kit.store.job;

import ca.balise.kit.http.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Resumable work that is found because it is there. */
@ApplicationScoped
class EchoWork implements ResumableWork<EchoWork.Words> {

    record Words(String link) {}

    @Override
    public String kind() {
        return "ECHO";
    }

    @Override
    public Class<Words> parameters() {
        return Words.class;
    }

    @Override
    public Object run(Caller caller, Words words, JobProgress progress) {
        return words;
    }
}
