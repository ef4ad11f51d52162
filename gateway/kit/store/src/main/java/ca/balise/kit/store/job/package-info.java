/**
 * Long work: answered at once with a job, done on worker threads of one replica, seen and stopped from any. What is kept of it in the
 * database holds no value of the data it works on.
 */
@NullMarked
package ca.balise.kit.store.job;

import org.jspecify.annotations.NullMarked;
