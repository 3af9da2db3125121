/** What the benchmarks put into the service's own package, to run it without what they measure. */
package cadre.service.access;
