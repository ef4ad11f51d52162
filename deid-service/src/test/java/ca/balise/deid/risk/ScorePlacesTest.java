package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.deid.risk.ScorePlaces.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScorePlacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final ScorePlaces places = new ScorePlaces(400, 100, PATIENCE, now::get);

    @Test
    void letsInAsManyAsFitAndNoMore() {
        List<Place> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taken.add(places.take("HC").orElseThrow());
        }

        assertThat(places.take("HC")).isEmpty();
        assertThat(places.active()).isEqualTo(4);
        assertThat(places.taken()).isEqualTo(400);

        taken.removeFirst().close();
        assertThat(places.take("HC")).isPresent();
    }

    @Test
    void givesAPlaceBackOnce() {
        Place place = places.take("HC").orElseThrow();
        place.close();
        place.close();

        assertThat(places.taken()).isZero();
        assertThat(places.active()).isZero();
    }

    @Test
    void keepsWhatBecomesFreeForWhoWasRefused() {
        List<Place> all = takeAll("HC");
        assertThat(places.take("DND")).isEmpty();
        all.removeFirst().close();

        assertThat(places.take("HC")).isEmpty();
        assertThat(places.take("DND")).isPresent();
    }

    @Test
    void keepsNothingForWhoDoesNotComeBack() {
        List<Place> all = takeAll("HC");
        assertThat(places.take("DND")).isEmpty();
        all.removeFirst().close();
        now.addAndGet(PATIENCE.toNanos());

        assertThat(places.take("HC")).isPresent();
    }

    @Test
    void letsTheFirstOfEqualsInFirst() {
        List<Place> all = takeAll("HC");
        assertThat(places.take("DND")).isEmpty();
        assertThat(places.take("SC")).isEmpty();
        all.removeFirst().close();

        assertThat(places.take("SC")).isEmpty();
        assertThat(places.take("DND")).isPresent();
        all.removeFirst().close();
        assertThat(places.take("SC")).isPresent();
    }

    @Test
    void hasRoomForOthersBesideWhoeverIsWaitedFor() {
        List<Place> all = takeAll("HC");
        assertThat(places.take("DND")).isEmpty();
        all.removeFirst().close();
        all.removeFirst().close();

        // One is kept for DND, and one is left.
        assertThat(places.take("HC")).isPresent();
        assertThat(places.take("HC")).isEmpty();
        assertThat(places.take("DND")).isPresent();
    }

    @Test
    void letsWhatWaitsKeepOnlyWhatItsTableTakes() throws InterruptedException {
        List<Place> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Place place = places.takeToWait("HC").orElseThrow();
            place.keep(30);
            waiting.add(place);
        }
        assertThat(places.taken()).isEqualTo(180);
        assertThat(places.active()).isZero();

        assertThat(waiting.getFirst().resume(Duration.ZERO)).isTrue();
        assertThat(places.taken()).isEqualTo(250);
        assertThat(places.active()).isOne();
        waiting.forEach(Place::close);
        assertThat(places.taken()).isZero();
        assertThat(places.active()).isZero();
    }

    @Test
    void neverFillsTheLastPlaceWithWhatWaits() throws InterruptedException {
        List<Place> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Place place = places.takeToWait("HC").orElseThrow();
            place.keep(100);
            waiting.add(place);
        }

        assertThat(places.takeToWait("HC")).isEmpty();
        for (Place place : waiting) {
            assertThat(place.resume(Duration.ZERO)).isTrue();
            place.close();
        }
    }

    @Test
    void givesUpWaitingAfterATime() throws InterruptedException {
        Place waits = places.takeToWait("HC").orElseThrow();
        waits.keep(10);
        Place also = places.takeToWait("HC").orElseThrow();
        also.keep(20);
        takeAll("DND", 3);

        assertThat(waits.resume(Duration.ofMillis(1))).isFalse();
        assertThat(places.taken()).isEqualTo(330);
        waits.close();
        assertThat(also.resume(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void fitsIntoASinglePlace() throws InterruptedException {
        var single = new ScorePlaces(100, 100, PATIENCE);
        Place place = single.takeToWait("HC").orElseThrow();
        place.keep(10);

        assertThat(single.take("HC")).isEmpty();
        assertThat(place.resume(Duration.ZERO)).isTrue();
        place.close();
        assertThat(single.take("HC")).isPresent();
    }

    @Test
    void refusesPlacesThatDoNotFit() {
        assertThatThrownBy(() -> new ScorePlaces(99, 100, PATIENCE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever comes, the whole is never passed, and everything that was let in gets its turn. */
    @Test
    void neverPassesTheWholeAndNeverStandsStill() throws Exception {
        var shared = new ScorePlaces(400, 100, Duration.ofMillis(1));
        var passed = new AtomicBoolean();
        var done = new AtomicLong();
        int threads = 12;
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                var random = new SplittableRandom(20_251_127 + thread);
                String institution = "I" + thread % 3;
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < 2_000; i++) {
                        boolean waits = random.nextBoolean();
                        var taken = waits ? shared.takeToWait(institution) : shared.take(institution);
                        if (taken.isEmpty()) {
                            Thread.onSpinWait();
                            continue;
                        }
                        try (Place place = taken.get()) {
                            passed.compareAndSet(false, shared.taken() > 400);
                            if (waits) {
                                place.keep(random.nextInt(120));
                                assertThat(place.resume(Duration.ofSeconds(30))).isTrue();
                                passed.compareAndSet(false, shared.taken() > 400);
                            }
                            done.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(passed).isFalse();
        assertThat(done.get()).isPositive();
        assertThat(shared.taken()).isZero();
        assertThat(shared.active()).isZero();
    }

    private List<Place> takeAll(String institution) {
        return takeAll(institution, 4);
    }

    private List<Place> takeAll(String institution, int count) {
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(places.take(institution).orElseThrow());
        }
        return all;
    }
}
