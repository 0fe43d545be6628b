package org.multisynq4j.parity.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.model.ViewInfo;

/** Things about time, chance, participants and what goes wrong. */
final class TimeToys {
    private TimeToys() {}

    /** Futures that cancel futures. */
    static final class Futures extends Toy {
        private final List<FutureMessage> pending = new ArrayList<>();
        private FutureMessage repeating;
        private int ran;

        @Override
        void tick() {
            int number = random(100);
            pending.add(future(random(300), () -> ran(number)));
            pending.add(future(random(7), (Integer value) -> ran(value), number));
            if (pending.size() > 4) {
                mix(pending.remove(random(pending.size())).cancel());
            }
            pending.removeIf(message -> !message.isPending());
            if (number < 10) {
                if (repeating != null) {
                    repeating.cancel();
                }
                repeating = every(number + 13, () -> ran(-number));
            }
        }

        private void ran(int number) {
            ran += number;
            mix(ran);
            mix(now());
            if (number % 5 == 0 && !pending.isEmpty()) {
                FutureMessage victim = pending.get(0);
                victim.cancel();
                mix(victim.time());
                future(0, () -> mix(number));
            }
        }
    }

    /** Random walks, with all kinds of chance. */
    static final class Walks extends Toy {
        private final double[] x = new double[10];
        private final int[] y = new int[10];
        private final List<String> ids = new ArrayList<>();

        @Override
        void tick() {
            for (int i = 0; i < 10; i++) {
                x[i] += randomGaussian();
                y[i] += random(-3, 4);
                mix(x[i] * y[i]);
            }
            if (random() < 0.1) {
                ids.add(generateId());
                shuffle(ids);
                mix(ids.get(0));
            }
            if (ids.size() > 20) {
                ids.clear();
            }
        }
    }

    /** Participants come, vote and go. */
    static final class Voting extends Toy {
        private final Map<String, Integer> votes = new LinkedHashMap<>();
        private final List<String> results = new ArrayList<>();

        @Override
        void begin() {
            subscribe(sessionId(), "view-join", (ViewInfo view) -> votes.put(view.viewId(), 0));
            subscribe(sessionId(), "view-exit", (ViewInfo view) -> votes.remove(view.viewId()));
            every(1000, this::count);
        }

        @Override
        void poke(int value) {
            votes.put(activeSender(), value % 5);
            mix(activeSender());
        }

        private void count() {
            Map<Integer, Integer> counts = new TreeMap<>();
            votes.values().forEach(vote -> counts.merge(vote, 1, Integer::sum));
            results.add(counts + " of " + viewCount());
            mix(results.get(results.size() - 1));
            if (results.size() > 10) {
                results.remove(0);
            }
        }

        @Override
        void tick() {
            views().forEach(view -> mix(view.viewId()));
        }
    }

    /** Exceptions of the platform and of its own. */
    static final class Failures extends Toy {
        private static final class Mishap extends RuntimeException {
            private static final long serialVersionUID = 1;
            private final int code;

            Mishap(int code) {
                super("mishap " + code);
                this.code = code;
            }
        }

        private int caught;
        private int[] numbers = new int[3];
        private Object thing = "text";
        private String nothing;

        @Override
        void tick() {
            int which = random(14);
            try {
                mix(fail(which));
            } catch (ArithmeticException e) {
                caught += 1;
            } catch (ArrayIndexOutOfBoundsException e) {
                caught += 2;
            } catch (IndexOutOfBoundsException e) {
                caught += 3;
            } catch (ClassCastException e) {
                caught += 4;
            } catch (NullPointerException e) {
                caught += 5;
            } catch (ArrayStoreException e) {
                caught += 6;
            } catch (NegativeArraySizeException e) {
                caught += 7;
            } catch (Mishap e) {
                caught += e.code;
                mix(e.getMessage());
            } catch (NumberFormatException e) {
                caught += 8;
            } catch (UnsupportedOperationException | NoSuchElementException e) {
                caught += 9;
            } finally {
                caught *= 3;
            }
            mix(caught);
            if (which == 13) {
                caught++;
                numbers[caught & 7]++;
            }
        }

        private int fail(int which) {
            return switch (which) {
                case 0 -> caught / (which * numbers[0]);
                case 1 -> numbers[numbers.length + random(3)];
                case 2 -> new ArrayList<>(List.of(1, 2)).get(random(2, 5));
                case 3 -> ((Integer) thing) + 1;
                case 4 -> nothing.length();
                case 5 -> {
                    Object[] objects = new String[1];
                    objects[0] = thing;
                    objects[0] = 5;
                    yield 5;
                }
                case 6 -> new int[random(-3, 0)].length;
                case 7 -> throw new Mishap(random(100));
                case 8 -> Integer.parseInt("12x");
                case 9 -> List.of(1).remove(0);
                case 10 -> new ArrayDeque<Integer>().removeFirst();
                case 11 -> (int) (5L % (caught - caught));
                case 12 -> Math.toIntExact(1L << 40);
                default -> caught;
            };
        }
    }

    /** Errors that nobody catches: the session goes on. */
    static final class Uncaught extends Toy {
        private int steps;
        private final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

        @Override
        void tick() {
            steps++;
            list.add(steps);
            if (steps % 7 == 0) {
                mix(list.get(list.size()));
            }
            if (steps % 11 == 0) {
                list.set(list.size(), steps);
            }
            if (list.size() > 30) {
                list.clear();
            }
            mix(list.size());
            future(20, () -> mix(list.get(steps % 5)));
        }

        @Override
        void poke(int value) {
            mix(1000 / (value % 3));
        }
    }

    /** Subscriptions that come and go, and every event seen. */
    static final class Gossip extends Toy {
        private final List<Subscription> subscriptions = new ArrayList<>();
        private int heard;

        @Override
        void begin() {
            subscribeAll(
                    "gossip",
                    (Event event) -> mix(event.event() + event.source().name()));
        }

        @Override
        void tick() {
            int number = random(1, 6);
            String topic = "topic" + number;
            subscriptions.add(subscribe("gossip", topic, (Integer value) -> hear(value + number)));
            if (subscriptions.size() > 12) {
                subscriptions.remove(random(12)).cancel();
            }
            if (random(40) == 0) {
                unsubscribe("gossip", "topic2");
            }
            publish("gossip", topic, number);
        }

        private void hear(int value) {
            heard += value;
            mix(heard);
            if (heard % 7 == 0) {
                publish("gossip", "seven");
            }
        }
    }

    /** Saves what it knows, of every type that can be saved. */
    static final class Saver extends Toy {
        private enum Kind {
            PLAIN,
            RARE
        }

        private record Entry(
                String name,
                double score,
                List<Integer> marks,
                Kind kind,
                byte[] seal,
                Set<Long> seen,
                float share,
                char initial,
                String note,
                DataHandle picture) {}

        private record Saved(int version, Map<String, Entry> entries, boolean full) {}

        private static final String PICTURE = "d1.AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABQ";

        private final Map<String, Entry> entries = new TreeMap<>();

        @Override
        void text(String word) {
            double score = random() * 1e6 - 3;
            entries.put(
                    word,
                    new Entry(
                            word,
                            score,
                            List.of(random(10), word.length()),
                            score < 0 ? Kind.RARE : Kind.PLAIN,
                            new byte[] {(byte) word.length(), -1, (byte) (int) score},
                            new LinkedHashSet<>(List.of((long) score << 20, -1L)),
                            (float) (score / 7),
                            'ü',
                            score < 10 ? null : "\"" + word + "\u0007\ud834",
                            DataHandle.parse(PICTURE)));
            if (entries.size() > 40) {
                entries.remove(entries.keySet().iterator().next());
            }
            persistSession(() -> new Saved(3, entries, entries.size() > 20));
        }

        @Override
        void tick() {
            entries.values().forEach(entry -> mix(entry.score + entry.picture.size()));
        }
    }
}
