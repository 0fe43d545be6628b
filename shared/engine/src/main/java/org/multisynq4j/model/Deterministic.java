package org.multisynq4j.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method computes the same everywhere although the scan cannot see it. Nothing in the method, nor in lambdas written in it, is then refused; the build
 * output lists it with the reason. What the method calls is scanned as always.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Deterministic {
    /** Why the result is the same on every platform; must not be empty. */
    String value();
}
