package dev.cadre.core.run;

import dev.cadre.llm.CancellationToken;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs things side by side: on virtual threads where the platform has them (21 and later), else on daemon threads. */
final class Threads {

    private Threads() {}

    /** Applies a function to all inputs side by side, and returns the answers in order. */
    static <T, R> List<R> mapAll(List<T> inputs, Function<T, R> function) {
        if (inputs.size() <= 1) {
            return inputs.stream().map(function).toList();
        }
        ExecutorService threads = newExecutor(inputs.size());
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T input : inputs) {
                futures.add(threads.submit(() -> function.apply(input)));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> future : futures) {
                answers.add(await(future));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Does work on a thread of its own and waits for it; empty if there is no answer in time, or the token is cancelled or
     * the waiting thread interrupted before. The thread is interrupted then, and not waited for.
     */
    static <R> Optional<R> within(Duration time, Supplier<R> work, CancellationToken cancellation) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        answer.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        answer.completeExceptionally(e);
                    }
                },
                "cadre-approval");
        thread.setDaemon(true);
        thread.start();
        CancellationToken.Registration registration = cancellation.onCancel(() -> answer.cancel(false));
        try {
            return Optional.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | CancellationException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            registration.close();
        }
    }

    private static <R> R await(Future<R> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // Runs end by their cancellation token; the flag is kept for the caller.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static ExecutorService newExecutor(int size) {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (NoSuchMethodException e) {
            return Executors.newFixedThreadPool(size, task -> {
                Thread thread = new Thread(task, "cadre-tool");
                thread.setDaemon(true);
                return thread;
            });
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are there but can't be started", e);
        }
    }
}
