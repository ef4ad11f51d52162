/**
 * How long records are kept, in plain Java: a minimum of two full years for what served administrative purposes, and the need as the
 * limit for everything else. What each rule says and quotes is data: {@code rules/retention.yaml}.
 */
@NullMarked
package ca.balise.social.retention.model;

import org.jspecify.annotations.NullMarked;
