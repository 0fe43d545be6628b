package org.multisynq4j.crypto;

/**
 * Seals and opens votes. The reflector counts them by their text, so it learns that somebody voted, and on what question, but not what; and a vote on one question is
 * none on another.
 */
public final class VoteSealer {
    private final SaltedSealer sealer;
    private final String sessionId;

    public VoteSealer(SessionKeys keys, String sessionId) {
        sealer = new SaltedSealer(keys, KeyPurpose.VOTES, "b1.", "vote");
        this.sessionId = sessionId;
    }

    /**
     * The vote as text, another one each time.
     *
     * @param question what is voted on: the vote's key
     * @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_TEXT_PLAIN_BYTES}
     */
    public String seal(String question, byte[] plain, RandomBytes random) {
        return sealer.seal(plain, random, sessionId, question);
    }

    /** What was sealed as vote on this question. @throws CryptoException if it was not sealed for this session and question exactly like this */
    public byte[] open(String question, String text) {
        return sealer.open(text, sessionId, question);
    }
}
