/// Fakes and stands that tests share: strict where the real thing is strict, driven by hand.
package dev.bongsu.testkit;
