package ca.balise.kit.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.store.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final Link GENESIS = new Link(0, "0".repeat(64));

    private final List<ChainedEvent> chain = chained(GENESIS, "a", "b", "c", "d", "e");
    private final Link head = chain.getLast().link();

    @Test
    void aChainAsItWasAppendedIsWhole() {
        assertThat(walk()).isEmpty();
        assertThat(walk(GENESIS, head, chain.get(2).link())).isEmpty();
    }

    @Test
    void nothingIsWhole() {
        chain.clear();
        assertThat(walk(GENESIS, GENESIS, null)).isEmpty();
    }

    @Test
    void theHashIsTheOneThatIsDocumented() {
        // (head -c 32 /dev/zero; printf '\0\0\0\0\0\0\0\1a') | sha256sum
        assertThat(chain.getFirst().hash())
                .isEqualTo("00f87f5348b32d1caf5e59cbfadc31d568b7b2d04679e0d52b5aad8c5d4dfeed");
    }

    @Test
    void namesAnEventWhoseContentWasChanged() {
        ChainedEvent event = chain.get(2);
        chain.set(2, new ChainedEvent(3, event.previousHash(), event.hash(), "C"));
        assertThat(walk()).contains(new ChainBreak(3, Kind.CHANGED));
    }

    @Test
    void namesTheLastEventIfItWasChanged() {
        ChainedEvent event = chain.get(4);
        chain.set(4, new ChainedEvent(5, event.previousHash(), event.hash(), "E"));
        assertThat(walk()).contains(new ChainBreak(5, Kind.CHANGED));
    }

    @Test
    void namesAnEventThatWasChangedTogetherWithItsHash() {
        chain.set(2, after(chain.get(1).link(), "C"));
        assertThat(walk()).contains(new ChainBreak(3, Kind.CHANGED));
    }

    @Test
    void namesAnEventWhoseMemoryOfTheOneBeforeWasChanged() {
        ChainedEvent event = chain.get(2);
        chain.set(2, new ChainedEvent(3, chain.get(0).hash(), event.hash(), "c"));
        assertThat(walk()).contains(new ChainBreak(3, Kind.CHANGED));
    }

    @Test
    void namesARemovedEvent() {
        chain.remove(1);
        assertThat(walk()).contains(new ChainBreak(2, Kind.REMOVED));
    }

    @Test
    void namesTheFirstEventIfItWasRemoved() {
        chain.removeFirst();
        assertThat(walk()).contains(new ChainBreak(1, Kind.REMOVED));
    }

    @Test
    void namesARemovedEventOverWhichTheNumbersWereClosedUp() {
        chain.remove(1);
        renumberFrom(1, -1);
        assertThat(walk()).contains(new ChainBreak(2, Kind.REMOVED));
    }

    @Test
    void namesAnInsertedEventThatHasAHash() {
        chain.add(2, after(chain.get(1).link(), "x"));
        renumberFrom(3, 1);
        assertThat(walk()).contains(new ChainBreak(3, Kind.INSERTED));
    }

    @Test
    void namesAnInsertedEventWithAnInventedHash() {
        chain.add(2, new ChainedEvent(3, chain.get(1).hash(), "f".repeat(64), "x"));
        renumberFrom(3, 1);
        assertThat(walk()).contains(new ChainBreak(3, Kind.INSERTED));
    }

    @Test
    void namesTheFirstMissingEventOfATruncatedChain() {
        chain.subList(3, 5).clear();
        assertThat(walk()).contains(new ChainBreak(4, Kind.TRUNCATED));
    }

    @Test
    void aChainWrittenAnewDoesNotLeadToTheHead() {
        rewriteFrom(2);
        assertThat(walk()).contains(new ChainBreak(5, Kind.REWRITTEN));
    }

    @Test
    void aChainWrittenAnewWithItsHeadDoesNotLeadThroughTheAnchor() {
        Link anchor = chain.get(3).link();
        rewriteFrom(2);
        assertThat(walk(GENESIS, chain.getLast().link(), null)).isEmpty();
        assertThat(walk(GENESIS, chain.getLast().link(), anchor)).contains(new ChainBreak(4, Kind.REWRITTEN));
    }

    @Test
    void aChainTruncatedWithItsHeadEndsBeforeTheAnchor() {
        Link anchor = chain.get(3).link();
        chain.subList(2, 5).clear();
        assertThat(walk(GENESIS, chain.getLast().link(), null)).isEmpty();
        assertThat(walk(GENESIS, chain.getLast().link(), anchor)).contains(new ChainBreak(3, Kind.TRUNCATED));
    }

    @Test
    void aChainGoesOnFromWhereTheOldestEventsWereRetired() {
        Link checkpoint = chain.get(1).link();
        chain.subList(0, 2).clear();
        assertThat(walk(checkpoint, head, checkpoint)).isEmpty();
        assertThat(walk(new Link(2, "f".repeat(64)), head, null)).contains(new ChainBreak(3, Kind.CHANGED));
        assertThat(walk(checkpoint, head, new Link(2, "f".repeat(64)))).contains(new ChainBreak(2, Kind.REWRITTEN));
    }

    @Test
    void theFirstOfSeveralBreaksIsNamed() {
        chain.remove(3);
        chain.set(
                1, new ChainedEvent(2, chain.get(1).previousHash(), chain.get(1).hash(), "B"));
        assertThat(walk()).contains(new ChainBreak(2, Kind.CHANGED));
    }

    private Optional<ChainBreak> walk() {
        return walk(GENESIS, head, null);
    }

    private Optional<ChainBreak> walk(Link start, Link end, Link anchor) {
        ChainWalk walk = new ChainWalk(start, anchor);
        chain.forEach(walk::meet);
        return walk.end(end);
    }

    private void rewriteFrom(int index) {
        Link before = chain.get(index - 1).link();
        List<String> contents = new ArrayList<>();
        for (ChainedEvent event : chain.subList(index, chain.size())) {
            contents.add(event.content().toUpperCase(java.util.Locale.ROOT));
        }
        chain.subList(index, chain.size()).clear();
        chain.addAll(chained(before, contents.toArray(String[]::new)));
    }

    private void renumberFrom(int index, int by) {
        for (int i = index; i < chain.size(); i++) {
            ChainedEvent event = chain.get(i);
            chain.set(i, new ChainedEvent(event.sequence() + by, event.previousHash(), event.hash(), event.content()));
        }
    }

    private static List<ChainedEvent> chained(Link start, String... contents) {
        List<ChainedEvent> events = new ArrayList<>();
        Link last = start;
        for (String content : contents) {
            events.add(after(last, content));
            last = events.getLast().link();
        }
        return events;
    }

    private static ChainedEvent after(Link last, String content) {
        long sequence = last.sequence() + 1;
        return new ChainedEvent(sequence, last.hash(), ChainedEvent.hashAfter(last.hash(), sequence, content), content);
    }
}
