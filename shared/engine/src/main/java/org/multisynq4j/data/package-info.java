/** Between Java data and JSON: what {@code persistSession} saves, session options, view data. Knows neither models nor sessions. */
package org.multisynq4j.data;
