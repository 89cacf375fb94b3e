/// Faults that happen to real processes: what is lost, and what comes twice.
package dev.bongsu.faults;
