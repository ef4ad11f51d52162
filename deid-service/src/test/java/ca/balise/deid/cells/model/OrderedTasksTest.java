package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OrderedTasksTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 3", "7, 4"})
    void usesResultsInTheOrderOfTheTasks(int threads, long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> used = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(pool, threads), used::add);
            for (int i = 0; i < 2_000; i++) {
                int result = i;
                int effort = random.nextInt(2_000);
                tasks.add(() -> {
                    // Tasks of different length, so that they do not end in the order in which they began.
                    return IntStream.range(0, effort).reduce(0, (sum, x) -> sum ^ x * x) == Integer.MIN_VALUE
                            ? -1
                            : result;
                });
            }
            tasks.finish();
        }
        assertThat(used).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void doesEverythingItselfWhereHelpersNeverCome() {
        List<Integer> used = new ArrayList<>();
        OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(_ -> {}, 4), used::add);
        IntStream.range(0, 100).forEach(i -> tasks.add(() -> i));
        tasks.finish();
        assertThat(used).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void boundsTheTasksUnderWay(int threads) {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(_ -> {}, threads), _ -> waiting.decrementAndGet());
        for (int i = 0; i < 100; i++) {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            tasks.add(() -> 1);
        }
        tasks.finish();
        assertThat(waiting).hasValue(0);
        assertThat(most.get()).isLessThanOrEqualTo(2 * threads + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void throwsTheFirstFailureInOrderAfterTheResultsBeforeIt(int threads) throws InterruptedException {
        List<Integer> used = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(pool, threads), used::add);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            int result = i;
                            tasks.add(() -> {
                                if (result >= 500) {
                                    throw new ArithmeticException("task " + result);
                                }
                                return result;
                            });
                        }
                        tasks.finish();
                    })
                    .withMessage("task 500");
        }
        assertThat(used).hasSize(500);
    }

    @Test
    void takesBackWhatNobodyHasBegunWhenItIsClosed() {
        List<Runnable> offered = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        try (OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(offered::add, 2), _ -> {})) {
            tasks.add(done::incrementAndGet);
            tasks.add(done::incrementAndGet);
        }
        offered.forEach(Runnable::run);
        assertThat(done).hasValue(0);
    }

    @Test
    void waitsWhenItIsClosedForWhatAHelperHasBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            OrderedTasks<Integer> tasks = new OrderedTasks<>(new Helpers(pool, 1), _ -> {});
            tasks.add(() -> {
                begun.countDown();
                mayEnd.await();
                return ended.incrementAndGet();
            });
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            pool.execute(mayEnd::countDown);
            tasks.close();
            assertThat(ended).hasValue(1);
        }
    }

    @Test
    void waitsForATaskThatAHelperIsAt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> used = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            OrderedTasks<String> tasks = new OrderedTasks<>(new Helpers(pool, 1), used::add);
            tasks.add(() -> {
                begun.countDown();
                return "slow";
            });
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            tasks.add(() -> "quick");
            tasks.finish();
        }
        assertThat(used).containsExactly("slow", "quick");
    }

    @Test
    void refusesANegativeNumberOfThreads() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Helpers(_ -> {}, -1));
    }
}
