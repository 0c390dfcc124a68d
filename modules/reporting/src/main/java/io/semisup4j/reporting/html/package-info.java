/**
 * Pages about runs, made of a run folder alone: what is on them, charts as inline SVG, templates.
 * A page needs no network and no script; what it says is computed in {@code history} and {@code exhibit}.
 */
package io.semisup4j.reporting.html;
