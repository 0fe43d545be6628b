/**
 * The functions of {@link java.lang.StrictMath} in plain Java, bit for bit, for platforms whose own mathematics differs.
 *
 * <p>{@link org.multisynq4j.math.StrictMathJava} is the only entry; calls of {@code StrictMath} in models are redirected to it where the platform has
 * no exact implementation. Everything is double and integer arithmetic that is exact on every target. Nothing here knows a model.
 *
 * <p>The elementary functions follow the published algorithms and coefficients of fdlibm 5.3, whose notice reads:
 *
 * <blockquote>
 *
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use,
 * copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 *
 * </blockquote>
 *
 * <p>The operations and their order are part of the result: do not simplify, factor or reorder a formula here.
 */
package org.multisynq4j.math;
