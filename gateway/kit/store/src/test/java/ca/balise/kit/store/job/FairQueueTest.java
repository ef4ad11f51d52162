package ca.balise.kit.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final FairQueue<String> queue = new FairQueue<>(5, 3);

    @Test
    void institutionsAreServedInTurnEachInItsOrder() {
        admit("A", "a1", "a2", "a3");
        admit("B", "b1");
        admit("C", "c1");
        assertThat(drained()).containsExactly("a1", "b1", "c1", "a2", "a3");
        assertThat(queue.poll()).isNull();
    }

    @Test
    void whoComesInTheMiddleIsServedAfterOneOfEachThatWaited() {
        admit("A", "a1", "a2", "a3");
        assertThat(queue.poll()).isEqualTo("a1");
        admit("B", "b1");
        assertThat(drained()).containsExactly("a2", "b1", "a3");
    }

    @Test
    void placesAreBoundedInAllAndForEachAndComeBack() {
        admit("A", "a1", "a2", "a3");
        assertThat(queue.reserve("A")).isFalse();
        admit("B", "b1", "b2");
        assertThat(queue.reserve("C")).isFalse();
        assertThat(queue.poll()).isEqualTo("a1");
        assertThat(queue.reserve("C")).isTrue();
        assertThat(queue.reserve("A")).isFalse();
        queue.giveBack("C");
        assertThat(queue.reserve("A")).isTrue();
        assertThat(queue.taken()).isEqualTo(5);
    }

    @Test
    void whatWasAcceptedAlreadyComesBackInWhateverTheBounds() {
        admit("A", "a1", "a2", "a3");
        queue.readmit("A", "again");
        assertThat(queue.taken()).isEqualTo(4);
        assertThat(drained()).containsExactly("a1", "a2", "a3", "again");
        assertThat(queue.taken()).isZero();
    }

    @Test
    void whatIsTakenOutLeavesItsPlaceAndItsTurn() {
        admit("A", "a1");
        admit("B", "b1", "b2");
        queue.removeIf("A", "a1"::equals);
        queue.removeIf("B", "b1"::equals);
        queue.removeIf("C", _ -> true);
        assertThat(queue.taken()).isEqualTo(1);
        assertThat(drained()).containsExactly("b2");
    }

    private void admit(String institution, String... items) {
        for (String item : items) {
            assertThat(queue.reserve(institution)).isTrue();
            queue.add(institution, item);
        }
    }

    private List<String> drained() {
        List<String> order = new ArrayList<>();
        for (String next = queue.poll(); next != null; next = queue.poll()) {
            order.add(next);
        }
        return order;
    }
}
