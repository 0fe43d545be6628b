/** A page whose model is large, for measuring snapshots: 100,000 small objects of which some move twenty times a second. */
package org.multisynq4j.e2e.crowd;
