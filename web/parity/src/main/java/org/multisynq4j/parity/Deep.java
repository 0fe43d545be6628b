package org.multisynq4j.parity;

/** A recursion without end, and whether the page lives on. */
public final class Deep {
    private static int depth;

    private Deep() {}

    private static int fall(int n) {
        depth = n;
        return fall(n + 1) * 31 + n;
    }

    public static void main(String[] args) {
        String result;
        try {
            result = "returned " + fall(0);
        } catch (RuntimeException | Error e) {
            result = "caught";
        }
        System.out.println(result);
        System.out.println(depth > 1000 ? "deep" : "shallow");
    }
}
