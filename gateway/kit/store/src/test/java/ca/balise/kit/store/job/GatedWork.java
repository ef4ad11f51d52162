package ca.balise.kit.store.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that goes on until it is let go, and asks all the while whether it is still wanted. */
final class GatedWork implements JobWork {

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    volatile JobProgress progress;
    volatile boolean released;

    @Override
    public Object run(JobProgress given) throws InterruptedException {
        progress = given;
        begun.countDown();
        try {
            while (!open.await(5, TimeUnit.MILLISECONDS)) {
                given.throwIfCancelled();
            }
            return new Result("/store/v1/files/1", 42);
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void release() {
        released = true;
    }

    void hasBegun() throws InterruptedException {
        if (!begun.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the work has not begun");
        }
    }

    void letGo() throws InterruptedException {
        open.countDown();
        hasEnded();
    }

    void hasEnded() throws InterruptedException {
        if (!ended.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the work has not ended");
        }
    }

    /** What a result is: a link and a figure. */
    record Result(String file, int records) {}
}
